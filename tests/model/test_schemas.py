import pytest
from jsonschema import Draft202012Validator

from alliance_analytics.errors import ModelError
from alliance_analytics.model.instruments import FILE as INSTRUMENT
from alliance_analytics.model.loading import packaged, read_yaml
from alliance_analytics.model.schemas import KINDS, schema, schema_path, schema_text, write_schemas

FILES = {name: INSTRUMENT if name == "instrument" else f"{name}.yml" for name in KINDS}
WRITE = "python -c 'from alliance_analytics.model.schemas import write_schemas; write_schemas()'"


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_shipped_is_in_step_with_its_class(name):
    shipped = schema_path(name).read_text(encoding="utf-8")
    assert shipped == schema_text(name), f"Write it again: {WRITE}"


@pytest.mark.parametrize("name", KINDS)
def test_the_file_shipped_follows_its_schema(name):
    validator = Draft202012Validator(schema(name))
    validator.check_schema(validator.schema)
    assert not list(validator.iter_errors(read_yaml(packaged(FILES[name]))))


@pytest.mark.parametrize("name", KINDS)
def test_an_unknown_key_breaks_the_schema(name):
    content = {**read_yaml(packaged(FILES[name])), "colour": "blue"}
    assert not Draft202012Validator(schema(name)).is_valid(content)


def test_every_file_of_the_model_has_a_schema_and_every_schema_a_file():
    files = {path.stem for path in packaged("").glob("*.yml")}
    assert files == set(KINDS) - {"instrument"}
    assert {path.name for path in packaged("schemas").iterdir()} == {f"{name}.schema.json" for name in KINDS}


def test_schemas_are_written_where_asked(tmp_path):
    paths = write_schemas(tmp_path)
    assert sorted(paths) == sorted(tmp_path.iterdir())
    assert schema_path("themes", tmp_path).read_text(encoding="utf-8") == schema_text("themes")


def test_an_unknown_kind_names_the_nearest():
    with pytest.raises(ModelError) as error:
        schema("theme")
    assert error.value.remedy == "Did you mean 'themes'?"
