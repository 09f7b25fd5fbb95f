"""What the name of a column says of it, in English, Dutch, German and the languages around them.

Only a heading that names an identifier and nothing else counts: *E-mail* and *What is your e-mail address?*
do, *How often do you use e-mail?* and *Name of your organisation* do not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.model.spelling import plain

NAMES: dict[Kind, str] = {
    "mail": """
        email, e mail, mail, email address, e mail address, mail address, email adres, e mailadres,
        emailadres, mailadres, e mail adresse, email adresse, emailadresse, mailadresse, adresse e
        mail, adresse email, adresse mail, courriel, adresse de messagerie, adresse electronique,
        correo, correo electronico, direccion de correo, direccion de correo electronico, direccion
        email, username, gebruikersnaam, redcap survey identifier, indirizzo email, indirizzo e
        mail, indirizzo di posta elettronica, электронная почта, posta elettronica, e post, epost, e
        postadress, epostadress, mejl, mejladress, e posta, eposta, e posta adresi, eposta adresi, e
        posta adresiniz, kullanici adi, endereco de email, endereco de e mail, correio eletronico
    """,
    "name": """
        name, names, full name, first name, firstname, last name, lastname, middle name, surname,
        family name, given name, first and last name, name and surname, first name and last name,
        contact name, respondent name, naam, volledige naam, voornaam, achternaam, familienaam,
        roepnaam, tussenvoegsel, voor en achternaam, naam en voornaam, naam respondent,
        contactpersoon, vorname, nachname, familienname, vor und nachname, name vorname, vorname
        nachname, name und vorname, nom, prenom, nom de famille, nom complet, nom et prenom, nom
        prenom, prenom et nom, nombre, apellido, apellidos, nombre completo, nombre y apellido,
        nombre y apellidos, nome, nome completo, cognome, sobrenome, initials, initialen,
        voorletters, signature, handtekening, unterschrift, firstname and surname, screen name,
        nickname, nome e cognome, cognome e nome, nome cognome, nominativo, namn, fornamn,
        efternamn, for och efternamn, fullstandigt namn, adi, soyad, soyadi, ad soyad, adi soyadi,
        ad ve soyad, adiniz, soyadiniz, adiniz soyadiniz, adiniz ve soyadiniz, isim, isminiz, isim
        soyisim, nome e sobrenome, primeiro nome, ultimo nome, apelido, nombres, nombres y
        apellidos, navn, fornavn, efternavn, etternavn, imie, nazwisko, imie i nazwisko, имя,
        фамилия, фио, reporter, interviewer, enumerator
    """,
    "phone": """
        phone, phone number, telephone, telephone number, mobile, mobile number, mobile phone, cell
        phone, cellphone, cell, phone no, telefoon, telefoonnummer, telefoonnr, tel, tel nr, telnr,
        mobiel, mobiele nummer, mobiel nummer, mobiele telefoon, gsm, gsm nummer, telefon,
        telefonnummer, handy, handynummer, mobilnummer, mobiltelefon, rufnummer, numero de
        telephone, portable, numero de portable, telefono, numero de telefono, movil, telefono
        movil, celular, whatsapp, whatsapp number, cellulare, numero di telefono, numero di
        cellulare, telefono cellulare, mobilnr, telefonnr, telefon numarasi, telefon numaraniz, cep
        telefonu, cep telefonunuz, telefone, telemovel, numero de telefone, numero de telemovel
    """,
    "address": """
        address, address line, address line 1, address line 2, home address, postal address, street,
        street address, house number, postcode, postal, postal code, zip, zip code, zip post code,
        adres, woonadres, thuisadres, straat, straatnaam, huisnummer, adresse, anschrift, strasse,
        hausnummer, plz, postleitzahl, adresse postale, rue, code postal, direccion, direccion
        postal, calle, codigo postal, indirizzo, indirizzo di casa, endereco, morada, gatuadress,
        hemadress, postnummer, adresiniz, ev adresi, posta kodu
    """,
    "birth_date": """
        date of birth, birth date, birthdate, dob, birthday, geboortedatum, geburtsdatum,
        geburtstag, date de naissance, fecha de nacimiento, data di nascita, data de nascimento,
        fodelsedatum, dogum tarihi, dogum tarihiniz
    """,
    "device": """
        ip, ip addr, ip address, ipaddress, ipaddr, ip adres, ip adresse, adresse ip, direccion ip,
        mac address, device id, deviceid, seed, imei, user agent, useragent, extended user agent,
        cookie id, subscriberid, subscriber id, simserial, simid, sim id, devicephonenum, fbclid,
        session id, sessionid, indirizzo ip, ip adress, ip adresi, endereco ip
    """,
    "coordinates": """
        latitude, longitude, lat, lon, lng, long, gps, gps location, geolocation, geopoint,
        coordinates, lat long, lat lon, latlon, latlng, coordinaten, breedtegraad, lengtegraad, gps
        coordinaten, koordinaten, breitengrad, langengrad, gps koordinaten, coordonnees gps,
        coordenadas, latitud, longitud, location accuracy, gps altitude, gps accuracy
    """,
    "token": """
        token, access code, toegangscode, zugangscode, zugangsschlussel, code d'acces, codigo de
        acceso, access key, codice di accesso, codigo de acesso
    """,
    "panel_id": """
        prolific pid, prolific id, prolificpid, prolificid, worker id, workerid, mturk id, mturkid,
        mturk worker id, amazon id, panel id, panelid, panelist id, panelistid, panellist id,
        panelmember id, assignment id, assignmentid, user id, userid, participant id, participantid,
        subject id, employee id, employee number, staff id, staff number, student id, student
        number, personeelsnummer, medewerkernummer, studentnummer, personalnummer, matrikelnummer,
        matricule, numero de matricule, numero de empleado, external reference, external data
        reference, externalreference, externaldatareference, custom data 1, submitted by, contact
        id, participant, participant code, participant number, deelnemer, deelnemersnummer,
        teilnehmer, teilnehmernummer, vpn code, recipient id, short id, payment code, personal code,
        personlig kod, persoonlijke code, code personnel, versuchspersonennummer,
        versuchspersonencode, vp code, codice identificativo, matricola, numero di matricola,
        matricula, numero de matricula, anstallningsnummer, ogrenci no, ogrenci numarasi, ogrenci
        numaraniz, sicil no, rumuz, id utente, id usuario, id utilisateur, kullanici id
    """,
    "response_id": """
        respnr, respondent, respondentnummer, response id, responseid, respondent id, respondentid,
        respondent number, respons id, antwort id, id de la reponse, id de respuesta, record id,
        recordid, uuid, uid, instanceid, meta instanceid, submission id, id, case id, caseid, person
        id, patient id, random id, survey code, completion code, id ответа, id risposta, id da
        resposta, svars id, yanit id
    """,
    "national_id": """
        bsn, burgerservicenummer, sofinummer, social security number, ssn, national insurance
        number, nino, national id, passport number, paspoortnummer, rijksregisternummer, steuer id,
        steueridentifikationsnummer, sozialversicherungsnummer, personalausweisnummer, numero de
        securite sociale, numero secu, dni, nie, nif, numero de pasaporte, codice fiscale,
        personnummer, tc kimlik no, tc kimlik numarasi, kimlik no, kimlik numarasi, cpf
    """,
    "bank_account": """
        iban, bank account, bank account number, account number, rekeningnummer, bankrekening,
        bankrekeningnummer, kontonummer, compte bancaire, cuenta bancaria, numero de cuenta
    """,
    "link": """
        photo, photo url, picture, selfie, foto, upload, file upload, uploaded file, bestand
        uploaden, linkedin, linkedin profile, linkedin url, website, referrer url, refurl
    """,
}
ASKING = frozenset(
    """
    what is please enter fill in give type your the a my of wat uw je jouw jullie vul hier s v p svp
    geef het de bitte wie lautet ist ihr ihre ihren deine dein geben sie an ein die der quel quelle
    est votre vos le la les indiquez veuillez indiquer cual es su tu el por favor indique optional
    optioneel facultatief facultatif facultative opcional recipient q respondent work zakelijk leave
    provide share insert write us deja deje zakelijke werk private prive required verplicht il lo
    qual e tuo tua suo sua inserisci inserire indica indicare facoltativo o seu qual informe digite
    escreva vad ar ditt din ange skriv vanligen frivilligt lutfen nedir yaziniz giriniz istege bagli
    """.split()
)
"""Words that ask for something and say nothing of what."""
PEOPLE = frozenset(
    """
    resp respondent interviewee participant person head hh household child mother father parent
    spouse husband wife owner farmer patient client caller contact student pupil teacher employee
    nurse doctor enum enumerator interviewer surveyor supervisor collector observer deelnemer
    medewerker leerling ouder teilnehmer teilnehmerin befragte mitarbeiter enquete enqueteur
    repondant participante encuestado encuestador of intervistato partecipante rilevatore deltagare
    katilimci anketor respondente entrevistado entrevistador aluno
    """.split()
)
"""Whose name, number or address it is; in a survey, somebody's all the same."""
IN_BRACKETS = re.compile(r"\([^()]*\)")
KNOWN: dict[str, Kind] = {
    " ".join(name.split()): kind for kind, names in NAMES.items() for name in names.split(",")
}
PLACES = frozenset({"latitude", "longitude", "breedtegraad", "lengtegraad", "latitud", "longitud"})
FIRST_SENTENCE = re.compile(r"(?P<first>[^.?!]+[.?!])\s+[^?]+")
"""A heading that goes on after its question, to explain it."""
MADE_UNIQUE = re.compile(r"_(?=[a-f]*\d)[0-9a-f]{6}$")
"""What REDCap puts behind the name of a field that was there already."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
LAST_PART = re.compile(r"[^/]+$")


@lru_cache(maxsize=4096)  # a heading comes back in every wave
def kind_named(heading: str) -> Kind | None:
    """Return the kind of identifier that a heading or a code names, or None.

    Examples
    --------
    >>> kind_named("What is your e-mail address? (optional)"), kind_named("LocationLatitude")
    ('mail', 'coordinates')
    >>> kind_named("How often do you use e-mail?") is None
    True
    """
    return next((kind for reading in _readings(heading) if (kind := KNOWN.get(reading))), _place(heading))


def _readings(heading: str) -> list[str]:
    """Return the heading's words as they stand, split at capitals, and without the words that only ask."""
    heading = MADE_UNIQUE.sub("", heading)
    whole = _words(heading)
    split = _words(CAMEL.sub(" ", heading))
    last = _words(LAST_PART.findall(heading)[-1]) if heading.strip("/ ") else []
    short = _words(IN_BRACKETS.sub(" ", heading))
    explained = FIRST_SENTENCE.fullmatch(heading.strip())
    first = _words(explained["first"]) if explained else []
    found = [
        " ".join(words)
        for each in (whole, split, last, short, first)
        for words in (each, _naming(each), _naming(each, ASKING | PEOPLE))
        if words
    ]
    # An id of anything else, a collector's or a supervisor's, is no response's.
    return [reading for reading in found if reading != "id" or whole == ["id"]]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", plain(text))


def _naming(words: list[str], unsaying: frozenset[str] = ASKING) -> list[str]:
    return [word for word in words if word not in unsaying and not word.isdigit()]


def _place(heading: str) -> Kind | None:
    """Return *coordinates* for one of the columns into which a platform splits a place."""
    words = _words(CAMEL.sub(" ", heading))
    return "coordinates" if words and words[-1] in PLACES and len(words) <= 4 else None
