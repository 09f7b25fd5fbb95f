from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.typed_other import with_others_beside


def test_a_column_named_after_an_answer_lies_beside_it():
    made = with_others_beside([Column("a", ""), Column("a_other", ""), Column("b_other", "")])
    assert [(column.role, column.beside) for column in made] == [
        ("answer", None),
        ("other_text", 0),
        ("answer", None),
    ]


def test_what_is_no_answer_has_nothing_beside_it():
    made = with_others_beside([Column("a", "", role="mail"), Column("a_other", "")])
    assert made[1].role == "answer"
