"""What a question asks for, told by its words: a judgement, a number of things, or what somebody is."""

from __future__ import annotations

import re

COUNTED = re.compile(
    r"""\b(?:
        how\ (?:many|old|long|tall|far) | number\ of | age | aged | born | income | salary | zip | rank
      | ranking
      | hoeveel | aantal | leeftijd | hoe\ (?:oud|lang) | geboren | rangschik
      | wie\ (?:viele?|alt|lange) | anzahl | alter | combien | nombre\ de | cuant[oa]s | numero\ de | edad
    )\b""",
    re.VERBOSE,
)
"""A question for a number of things, or of years."""
MEASURED = re.compile(
    r"""\b(?:
        years? | months? | weeks? | days? | hours? | minutes? | weight | height
      | jaar | jaren | maanden | weken | dagen | uren | jahre? | monate | stunden
      | ans | annees? | mois | heures | anos? | meses | horas
    )\b""",
    re.VERBOSE,
)
"""A unit; it makes a number a quantity, unless the question asks how much one agrees."""
CATEGORY = re.compile(
    r"""\b(?:
        sex | gender | education | country | region | marital | employment | occupation | race | ethnicity
      | religion | party | group | condition | cluster | wave | block | version | class | department | level
      | geslacht | opleiding | land | regio | groep | afdeling | niveau
      | geschlecht | bildung | gruppe | bedingung | abteilung | sexe | pays | groupe | sexo | pais | grupo
    )\b""",
    re.VERBOSE,
)
"""A question for what one is; its numbers are codes."""
RATED = re.compile(
    r"""\b(?:
        (?:dis)?agree\w* | (?:dis)?satis\w+ | rate | rating | feel | importan\w+ | evaluate | on\ a\ scale
      | nps | net\ promoter
      | how\ (?:much|well|likely|satisfied|important|useful|easy|difficult|confident|happy|clear|good
              |strongly|helpful|comfortable|familiar|do\ you\ feel|would\ you|interested|often)
      | to\ what\ (?:extent|degree) | you\ feel
      | in\ hoeverre | in\ welke\ mate | eens | tevreden\w* | beoordeel\w* | op\ een\ schaal
      | hoe\ (?:tevreden|belangrijk|waarschijnlijk|duidelijk|goed|vaak|zeker|makkelijk|nuttig)
      | wie\ (?:stark|gut|sehr|zufrieden|wichtig|wahrscheinlich|haufig) | inwiefern | inwieweit | zufrieden\w*
      | bewerte\w* | stimmen?\ .*\ zu | auf\ einer\ skala
      | dans\ quelle\ mesure | a\ quel\ point | d'accord | evaluez | sur\ une\ echelle
      | en\ que\ medida | de\ acuerdo | satisfech[oa] | valore | califique | en\ una\ escala
      | [01]\s*(?:-|to|tot|bis|a|=).{0,40}\b(?:5|7|10)
    )\b""",
    re.VERBOSE,
)
"""A question for a judgement."""


def asks_for_judgement(asked: str) -> bool:
    """Return whether a question, in plain spelling, asks how much, or for a rating."""
    return RATED.search(asked) is not None


def asks_for_number(asked: str) -> bool:
    """Return whether a question, in plain spelling, asks for a number of things, or of years."""
    return COUNTED.search(asked) is not None or (
        MEASURED.search(asked) is not None and not asks_for_judgement(asked)
    )


def asks_for_category(asked: str) -> bool:
    """Return whether a question, in plain spelling, asks for what one is, so that numbers are codes.

    Examples
    --------
    >>> asks_for_category("region"), asks_for_category("we meet often enough")
    (True, False)
    """
    return CATEGORY.search(asked) is not None
