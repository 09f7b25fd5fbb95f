"""Names of people: how somebody says who they are, and how a name looks.

A name is no pattern, so only two things are taken for one: what follows words that announce a name, and the
shape of a whole cell, which means nothing alone and much when nearly every cell of a column has it. Partners,
places and products have that shape too, and come back as people seldom do; given names tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from alliance_analytics.intake.identifiers.looks import Look
from alliance_analytics.model.given_names import given_names
from alliance_analytics.model.spelling import plain

_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-ÞĆČĐŁŚŠŞŽİ])"
_WORD = rf"(?:(?:{_CAPITAL}\.-?)+|{_CAPITAL}[^\W\d_]*(?:['’-][^\W\d_]+){{0,3}})"
_PARTICLE = (
    r"(?:van|von|vom|zu|zum|zur|de|der|den|des|du|la|le|les|el|del|della|di|da|dos|das|do|bin|ibn|al|ter|ten"
    r"|te|tot|op|in|y|'t|’t)"
)
_WORDS_AFTER = rf"(?:\ (?:{_PARTICLE}\ ){{0,3}}{_WORD})"
_NAME = rf"(?:{_PARTICLE}\ ){{0,3}}{_WORD}{_WORDS_AFTER}{{0,3}}"
_FULL_NAME = rf"{_WORD}{_WORDS_AFTER}{{1,3}}"
_NO_NAME = r"(?:on|not|in|at|the|known|no|niet|bekend|al|nicht|auf|bekannt|pas|sur|connu|en|conocido)"

ANNOUNCED = re.compile(
    r"\b(?:my\ (?:full\ )?name(?:\ is|['’]s|:)|(?:mijn|m['’]n)\ (?:volledige\ )?naam(?:\ is|:)|ik\ heet"
    r"|ich\ hei(?:ß|ss)e|mein\ name(?:\ ist|:)|je\ m['’]appelle|mon\ nom(?:\ est|:)|me\ llamo"
    rf"|mi\ nombre(?:\ es|:))\s{{1,3}}(?P<who>{_NAME}|(?!{_NO_NAME}\b)[^\W\d_]{{2,20}})",
    re.IGNORECASE,
)
INTRODUCED = re.compile(
    r"\b(?:(?-i:I)(?:\ am|['’]m)|ik\ ben|ich\ bin|je\ suis|soy),?\ "
    rf"(?P<who>{_FULL_NAME}|(?<=ik\ ben\ ){_WORD})",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"\b(?:regards|groet(?:en|jes)?|mvg|hoogachtend|gr(?:ü|u|ue)(?:ß|ss)en?|cordialement|salutations|saludos"
    rf"|sincerely|cheers)\s{{0,2}}[,.!]?\s{{1,4}}(?P<who>{_NAME})\W{{0,3}}$",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"\b(?:M(?:r|rs|s|me|lle|onsieur|adame|ister)|[Dd]hr|[Mm]evr|[Mm]w|[Mm]eneer|[Mm]evrouw|Herrn?|Frau"
    r"|S(?:r|ra|eñora?))(?:\.\ ?|\ )(?:(?:[Dd]r|[Pp]rof|[Ii]r|[Ii]ng|[Dd]rs)\.?\ ){0,2}"
    rf"(?P<who>{_NAME})"
)

NAME_LOOKS = (
    Look(
        "name",
        ANNOUNCED,
        ("name", "naam", "ik heet", "ich hei", "appelle", "mon nom", "me llamo", "mi nombre"),
    ),
    Look("name", INTRODUCED, ("i am", "i'm", "i’m", "ik ben", "ich bin", "je suis", "soy")),
    Look(
        "name",
        SIGNED,
        (
            *("regards", "groet", "mvg", "hoogachtend", "grüss", "gruss", "gruess", "cordialement"),
            *("salutations", "saludos", "sincerely", "cheers"),
        ),
    ),
    Look(
        "name",
        ADDRESSED,
        (
            *("mr", "ms", "mme", "mlle", "monsieur", "madame", "mister", "dhr", "mev", "mw", "meneer"),
            *("herr", "frau", "sr", "señor"),
        ),
    ),
)

WHOLE_NAME = re.compile(rf"{_WORD},?(?:\ (?:{_PARTICLE}\ ){{0,3}}{_WORD}){{1,3}}")
LONGEST_NAME = 50
NEARLY_ALL = 0.9
"""Share of the texts of a column that must look like names. Our convention."""
MOSTLY = 0.5
"""Share of the names of a column that open with a frequent given name. Our convention."""
SHOUTED = 3
"""Letters from which a word of capitals alone is an abbreviation. Our convention."""
NOT_PEOPLE = frozenset(
    """
    abbastanza academy accord accordo account acuerdo administration adviser adviseur advisor
    afdeling agency agent agree aldrig alliance alltid always amt analist analyst and architect area
    arts assistant association associazione avdelning avstand azienda bakanligi bank belediyesi
    board bureau business center centre centrum chair chairman charge chef chief city coach cok
    college commission committee communication company completamente completely comune concordo
    consultant coordinateur coordinator council customer d'accord d'accordo data days degil degilim
    department dernegi desacuerdo desarrollo designer developer development dienst digital direccion
    directeur directie director disaccordo disagree discordo division docent doctor education eens
    eher empresa engineer engineering entwicklung escola europe executive expert faculdade finance
    financial fondazione fonds forening foundation ganska gemeente general gerente gesundheid global
    good groep group gruppe haller hastanesi head health hic hogeschool holding hospitaal hospitais
    hospital human information ingenieur inkoop innovation insatisfecho insoddisfatto instammer
    institute instituut inte intern international istituto it jefe jurist kantoor kararsizim
    katiliyorum katilmiyorum kesinlikle kliniek klinik kommun kommunen lansstyrelsen lead leader
    legal leider leitende leitender leiter leitung little local logistics mai management manager
    marketing medewerker mee member memnun memnunum ministerie ministry missnojd molto monthly
    mudurlugu municipality muy mycket myndighet nada national neither nem network neutral never new
    nicht niente no noch nojd noord north not nunca nurse of officer ofta often onderwijs onderzoek
    oneens oost operations operator order organisatie organisation organization ospedale other
    partner pas penningmeester people poco police politie prefeitura president procurement product
    production professor programma programme project projekt provincia provincie public purchasing
    quality raad rarely referent regio region regional regione register relations research resources
    responsable ressources sachbearbeiter sales satisfait satisfecho satisfied school scuola
    secretaria secretaris secretary sempre senior service services servizio siempre sirketi sjukhus
    slightly social society soddisfatto sometimes somewhat south specialist spesso stad stadt staff
    stammer stichting stiftelse stimme strategy strongly student support system teacher team
    technical technology tecnico teils tevreden the to totalmente tout trainee treasurer trifft
    trust tutor ufficio unit universidad universidade universita universitair universite
    universiteit universitesi universitet university vakfi varken verein vereniging verkoop
    verwaltung very verzekering voll voorzitter weder werk west yes zeer ziekenhuis zorg zu
    zufrieden zuid
    """.split()
)
"""Words of organisations, jobs, places and answers; a text that holds one is nobody's name."""


def looks_like_a_name(text: str) -> bool:
    """Return whether a whole text has the shape of a person's name: two to four words with capitals.

    Examples
    --------
    >>> looks_like_a_name("Ann-Marie van der Berg"), looks_like_a_name("Project Manager")
    (True, False)
    """
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME or not WHOLE_NAME.fullmatch(name):
        return False
    words = name.replace(",", " ").split()
    return not any(map(_is_abbreviation, words)) and NOT_PEOPLE.isdisjoint(map(plain, words))


def are_names(texts: Collection[str]) -> bool:
    """Return whether nearly all texts, and at least one, have the shape of a name."""
    return sum(map(looks_like_a_name, texts)) >= NEARLY_ALL * max(len(texts), 1)


def are_known_names(texts: Collection[str]) -> bool:
    """Return whether nearly all texts have the shape of a name, and most open with a frequent given name.

    Examples
    --------
    >>> are_known_names(["Anna Bell", "Jansen, Piet"]), are_known_names(["Den Haag", "San Francisco"])
    (True, False)
    """
    return are_names(texts) and sum(map(_has_given_name, texts)) >= MOSTLY * len(texts)


def _has_given_name(text: str) -> bool:
    before, _, after = text.partition(",")
    words = [word for word in (after or before).split() if not word.endswith(".")]
    return bool(words) and plain(words[0]).partition("-")[0] in given_names()


def _is_abbreviation(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) >= SHOUTED
