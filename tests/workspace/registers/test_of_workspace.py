from alliance_analytics.workspace.registers.of_workspace import alliance_column, of_known, register_in


def test_without_a_file_there_are_no_entries_and_no_problems(tmp_path):
    found = register_in(tmp_path, "care", (alliance_column(),))
    assert found.rows.empty
    assert found.problems == ()
    assert list(found.rows.columns) == ["alliance", "place"]


def test_a_file_that_cannot_be_read_is_one_problem(tmp_path):
    (tmp_path / "care.yml").write_text("a: [", encoding="utf-8")
    (problem,) = register_in(tmp_path, "care", (alliance_column(),)).problems
    assert problem.where == "care.yml"


def test_an_unknown_alliance_is_left_out_and_the_nearest_named(tmp_path):
    (tmp_path / "care.csv").write_text("alliantie\ncanal\ncanall\n", encoding="utf-8")
    found = of_known(register_in(tmp_path, "care", (alliance_column(),)), ("canal", "ferry"))
    assert found.rows["alliance"].tolist() == ["canal"]
    (problem,) = found.problems
    assert (problem.where, problem.found, problem.remedy) == (
        "care.csv, row 3",
        "canall",
        "Did you mean 'canal'?",
    )
