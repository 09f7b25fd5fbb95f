"""How Google Forms heads the columns of time stamps and mail addresses, in the language of its owner."""

from __future__ import annotations

from alliance_analytics.model.spelling import plain

TIME_STAMP = frozenset(
    map(
        plain,
        (
            *("Timestamp", "Tijdstempel", "Zeitstempel", "Horodateur", "Marca temporal", "Marca de temps"),
            *("Marca de tiempo", "Carimbo de data/hora", "Carimbo de data e hora", "Data/hora"),
            *("Informazioni cronologiche", "Tidstämpel", "Tidsstempel", "Tidsmerke", "Aikaleima"),
            *("Sygnatura czasowa", "Časová značka", "Časové razítko", "Časová pečiatka", "Időbélyeg"),
            *("Zaman damgası", "Marcaj de timp", "Marcă temporală", "Vremenska oznaka", "Časovni žig"),
            *("Laiko žyma", "Laika zīmogs", "Ajatempel", "Χρονική σήμανση", "Отметка времени"),
            *("Позначка часу", "Мітка часу", "Клеймо за време", "Временска ознака", "Dấu thời gian"),
            *("Stempel waktu", "Cap waktu", "タイムスタンプ", "时间戳记", "时间戳", "時間戳記", "타임스탬프"),
            *("طابع زمني", "חותמת זמן"),
        ),
    )
)
MAIL = frozenset(
    map(
        plain,
        (
            *("Email Address", "Email", "Username", "E-mailadres", "Gebruikersnaam", "E-Mail-Adresse"),
            *("Nutzername", "Adresse e-mail", "Adresse email", "Nom d'utilisateur"),
            *("Dirección de correo electrónico", "Nombre de usuario", "Adreça electrònica"),
            *("Endereço de e-mail", "Endereço de email", "Nome de usuário", "Indirizzo email", "Nome utente"),
            *("E-postadress", "E-mailadresse", "E-postadresse", "Sähköpostiosoite", "Adres e-mail"),
            *("E-mailová adresa", "E-mail-cím", "E-posta Adresi", "Adresă de e-mail"),
        ),
    )
)
