"""A heading that names an identifier and nothing else, in any language that is known."""

import pytest

from alliance_analytics.intake.identifiers.headings import KNOWN, kind_named
from alliance_analytics.model.spelling import plain

NAMED = {
    "mail": [
        "Email",
        "E-mailadres",
        "What is your e-mail address? (optional)",
        "Adresse e-mail",
        "Correo electrónico",
        "Kullanıcı Adı",
        "E-postadress",
        "Indirizzo e-mail",
    ],
    "name": [
        "Name",
        "Uw naam",
        "Voornaam",
        "RecipientLastName",
        "Ihr Name",
        "Quel est votre nom ?",
        "Apellidos",
        "first_name",
        "name_resp",
        "hh_head_name",
        "Name of the interviewer",
        "Nom &amp; prénom / Firstname and Surname",
        "first_name_6c5d9b",
        "What is your name? It is used for this study only.",
        "Adınız Soyadınız",
        "Nome e cognome",
        "Vad är ditt namn?",
        "Enumerator",
    ],
    "phone": [
        "Phone number",
        "Telefoonnummer (werk)",
        "Handynummer",
        "Numéro de téléphone",
        "Teléfono",
        "contact/phone",
        "telephone_1",
    ],
    "address": [
        "Postcode",
        "Home address",
        "Straße",
        "Code postal",
        "Zip/Post Code",
        "Address line 2",
    ],
    "birth_date": [
        "Date of birth",
        "Geboortedatum",
        "Geburtsdatum",
        "Date de naissance",
        "Fecha de nacimiento",
        "Birthday (MM/DD)",
    ],
    "device": [
        "IPAddress",
        "IP-adres",
        "IP-Adresse",
        "Adresse IP",
        "deviceid",
        "ipaddr",
    ],
    "coordinates": [
        "LocationLatitude",
        "_gps_longitude",
        "Breedtegraad",
        "Längengrad",
        "GPS",
    ],
    "token": [
        "Token",
        "Toegangscode",
        "Zugangscode",
        "Code d'accès",
    ],
    "panel_id": [
        "PROLIFIC_PID",
        "What is your Prolific ID?",
        "recipientId",
        "Matricola",
        "workerId",
        "Personeelsnummer",
        "Matrikelnummer",
    ],
    "response_id": [
        "ResponseId",
        "Response ID",
        "respnr",
        "_uuid",
        "Antwort ID",
    ],
    "national_id": [
        "BSN",
        "Steuer-ID",
        "DNI",
        "National Insurance Number",
    ],
    "bank_account": [
        "IBAN",
        "Rekeningnummer",
        "Kontonummer",
    ],
    "link": [
        "File upload",
        "Photo URL",
        "LinkedIn",
        "Referrer URL",
    ],
}
OTHERS = [
    "How often do you use e-mail?",
    "Name of your organisation",
    "Which partner do you work for?",
    "Naam van de afdeling",
    "The name of the alliance is known.",
    "I can reach my contact by phone.",
    "Level",
    "Age",
    "Country",
    "Status",
    "Q1_1",
    "",
    "/",
    "Partners keep their promises.",
    "Address the problem early",
    "We share a mobile working place",
    "E-mail. How often do you use it?",
    "partner_name_of_facade",
]


@pytest.mark.parametrize(("kind", "heading"), [(kind, each) for kind, all_ in NAMED.items() for each in all_])
def test_a_heading_that_names_an_identifier_is_known(kind, heading):
    assert kind_named(heading) == kind


@pytest.mark.parametrize("heading", OTHERS)
def test_a_heading_that_says_more_is_none(heading):
    assert kind_named(heading) is None


def test_every_known_name_is_in_the_spelling_in_which_it_is_looked_up():
    assert [name for name in KNOWN if plain(name.replace("'", "")) != name.replace("'", "")] == []


def test_an_id_alone_is_a_responses_and_anothers_id_is_not():
    assert kind_named("id") == kind_named("_id") == "response_id"
    assert {kind_named(heading) for heading in ("Collector ID", "Supervisor id", "org.id")} == {None}
