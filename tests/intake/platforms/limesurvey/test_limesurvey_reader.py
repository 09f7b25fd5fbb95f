import pytest

from alliance_analytics.intake.platforms.limesurvey.reader import LimeSurvey
from alliance_analytics.intake.table import read_table


@pytest.fixture
def read(tmp_path):
    def make(*records, delimiter=";"):
        path = tmp_path / "x.csv"
        path.write_text(
            "\n".join(delimiter.join(f'"{cell}"' for cell in record) for record in records) + "\n"
        )
        made = read_table(path)
        assert LimeSurvey().recognises(made)
        return LimeSurvey().read(made)

    return make


def test_headings_are_taken_apart(read):
    export = read(
        [
            "id. Response ID",
            "submitdate. Date submitted",
            "lastpage. Last page",
            "G1[SQ2]. How far? [A row [b]]",
            "Q2",
        ],
        ["1", "2024-05-01", "3", "Agree", "x"],
    )
    grid, code = export.columns[3:]
    assert (grid.name, grid.text, grid.part) == ("G1[SQ2]", "How far?", "A row [b]")
    assert (code.name, code.text) == ("Q2", "")


@pytest.mark.parametrize(
    "headings",
    [
        ["Response ID", "Date submitted", "Last page", "Seed", "IP address"],
        ["Respons ID", "Datum verstuurd", "Laatste pagina", "Seed", "IP-adres"],
        ["ID de la réponse", "Date de soumission", "Dernière page", "Tête de série", "Adresse IP"],
        ["ID da resposta", "Data de envio", "Última página", "Seed", "Endereço IP"],
        ["Yanıt kodu", "Gönderildiği tarih", "Son bakılan sayfa", "Seed", "IP Adresi"],
        ["id. Response ID", "Datum inskickad", "Sista sidan", "Seed", "IP-adress"],
        ["id", "submitdate", "lastpage", "seed", "ipaddr"],
        [
            "id. Antwort ID",
            "submitdate. Datum abgeschickt",
            "lastpage. Letzte Seite",
            "seed. x",
            "ipaddr. IP",
        ],
    ],
)
def test_the_platforms_own_columns_are_known_in_every_language_and_mode(headings, read):
    export = read(headings, ["1", "1980-01-01 00:00:00", "2", "99", "192.0.2.1"])
    roles = [column.role for column in export.columns]
    assert roles == ["response_id", "administration", "administration", "device", "device"]
    assert export.exclusion.tolist() == [""]


@pytest.mark.parametrize("submitted", ["", "NA", "{question_not_shown}"])
def test_a_record_that_was_never_submitted_is_unfinished(submitted, read):
    export = read(["id", "submitdate", "lastpage"], ["1", submitted, "1"], ["2", "2024-05-01", "3"])
    assert export.exclusion.tolist() == ["unfinished", ""]


def test_without_dates_of_submission_nothing_is_ruled_out(read):
    assert read(["id", "seed", "lastpage"], ["1", "99", "1"]).exclusion.tolist() == [""]


@pytest.mark.parametrize(
    ("choice", "other"),
    [
        ("ORG", "ORG[other]"),
        ("ORG. Which partner?", "ORG[other]. Which partner? [Other]"),
        ("Voor welke partner werkt u?", "Voor welke partner werkt u? [Anders]"),
        ("ORG. Which partner?", "ORG[comment]. Which partner? [Comment]"),
    ],
)
def test_what_is_typed_beside_a_choice_belongs_to_it(choice, other, read):
    export = read(["id", "submitdate", "lastpage", choice, other], ["1", "2024", "2", "-oth-", "Mine"])
    assert (export.columns[4].role, export.columns[4].beside) == ("other_text", 3)


def test_a_statement_is_not_taken_for_the_platforms_own_column(read):
    export = read(["id", "submitdate", "lastpage", "G[SQ1]. About [Seed]"], ["1", "2024", "2", "x"])
    assert export.columns[3].role == "answer"


def test_rows_without_an_id_are_notes_and_hidden_questions_are_known(read):
    export = read(["id", "submitdate", "lastpage"], ["1", "2024", "2"], ["", "total", ""])
    assert export.cells.index.tolist() == [2]
    assert export.missing_labels["N/A"] == "not_shown"


def test_one_column_in_common_is_not_enough(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("id,email,startdate,answer\n1,a@b.org,2024,Agree\n")
    assert not LimeSurvey().recognises(read_table(path))


@pytest.mark.parametrize(
    ("code", "role"),
    [
        ("Total time", "timing"),
        ("Totaaltijd", "timing"),
        ("Group time: The first", "timing"),
        ("Vraagtijd: intro", "timing"),
        ("groupTime12808", "timing"),
        ("interviewtime", "timing"),
        ("{sum(A.NAOK, B.NAOK)}", "administration"),
        ("filecount - Your plan", "administration"),
        ("Time to decide?", "answer"),
    ],
)
def test_what_the_platform_works_out_is_no_answer(code, role, read):
    export = read(["id", "submitdate", "lastpage", code], ["1", "2024-05-01", "3", "4"])
    assert export.columns[3].role == role


def test_files_that_were_sent_in_are_dropped(read):
    export = read(
        ["id", "submitdate", "lastpage", "Your plan"], ["1", "2024-05-01", "3", "[{ 'title':'plan of Ann' }]"]
    )
    assert export.columns[3].role == "identifier"


def test_every_option_is_answered(read):
    head = [
        "id",
        "submitdate",
        "lastpage",
        "K1[SQ1]. How? [Mail]",
        "K1[SQ2]. How? [Phone]",
        "K1[other]. How? [Other]",
    ]
    rows = [[str(n), "2024-05-01", "3", "Yes", "No", "Pigeon" if n else ""] for n in range(3)]
    assert [c.role for c in read(head, *rows).columns[3:]] == ["choice", "choice", "other_text"]


def test_r_writes_full_stops(read):
    export = read(
        ["Response.ID", "Date.submitted", "Last.page", "Q1.SQ001.", "How.far.do.you.agree...We.meet."],
        ["1", "", "3", "Agree", "Agree"],
    )
    assert [c.role for c in export.columns[:3]] == ["response_id", "administration", "administration"]
    assert export.columns[3].name == "Q1[SQ001]"
    assert export.columns[4].text == "How far do you agree We meet"
    assert export.exclusion.tolist() == ["unfinished"]


def test_two_scales_of_one_row_stay_two_columns(read):
    export = read(
        ["id", "submitdate", "lastpage", "How? [We meet.] [Scale 1]", "How? [We meet.] [Scale 2]"],
        *([str(n), "2024-05-01", "3", "3" if n else "", "" if n else "5"] for n in range(2)),
    )
    assert [c.part for c in export.columns[3:]] == ["Scale 1", "Scale 2"]
    assert [c.repeats for c in export.columns[3:]] == [None, None]


OPTIONS = [
    ["Ja", "Nein", "", "Stimme eher zu"],
    ["Nein", "Nein", "Brief", "Keine Angabe"],
    ["Ja", "Ja", "", ""],
]


def test_two_header_records_made_by_hand_are_told_by_answers_under_every_option(read):
    export = read(["Wie?", "", "", "Wie weit?"], ["Post", "Telefon", "Sonstiges", "Wir planen."], *OPTIONS)
    assert export.header_records == 2
    assert len(export.cells) == 3
    assert [(c.text, c.part) for c in export.columns[:2]] == [("Wie?", "Post"), ("Wie?", "Telefon")]
    assert [c.role for c in export.columns] == ["choice", "choice", "other_text", "answer"]


@pytest.mark.parametrize(
    ("yes", "no", "other"), [("Ja", "Nej", "Annat"), ("Evet", "Hayır", "Diğer"), ("Sim", "Não", "Outro")]
)
def test_other_is_known_in_the_words_of_the_platforms_translators(yes, no, other, read):
    rows = [[yes, no, ""], [no, no, "Pigeon"], [yes, yes, ""]]
    export = read(["How? [Post]", "How? [Phone]", f"How? [{other}]"], *rows)
    assert [column.role for column in export.columns] == ["choice", "choice", "other_text"]


def test_brackets_with_answers_under_every_option_are_enough(read):
    export = read(["Wie? [Post]", "Wie? [Telefon]", "Wie? [Sonstiges]", "Wie weit? [Wir planen.]"], *OPTIONS)
    assert export.header_records == 1


@pytest.mark.parametrize(
    "records",
    [
        [["Wie? [Post]", "Wie? [Telefon]", "Wie weit? [Wir planen.]"], ["Ja", "Nein", "Stimme zu"]],
        [["Wie? [Post]", "Wie? [Telefon]", "Wie? [Sonstiges]"], ["Post", "", "Brief"]],
    ],
)
def test_brackets_alone_are_not_enough(records, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("\n".join(";".join(record) for record in records) + "\n")
    assert not LimeSurvey().recognises(read_table(path))
