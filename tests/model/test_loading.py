import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.loading import load, packaged, parse, read_yaml
from alliance_analytics.model.sourced import Entry, Source


class Tree(Entry):
    name: str
    leaves: tuple[int, ...] = ()
    source: Source | None = None


def write(tmp_path, text):
    path = tmp_path / "tree.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_file_is_read_into_a_typed_entry(tmp_path):
    path = write(tmp_path, "name: beuk\nleaves: [1, 2]\n")
    assert load(path, Tree) == Tree(name="beuk", leaves=(1, 2))


def test_letters_beyond_ascii_are_kept(tmp_path):
    assert read_yaml(write(tmp_path, "name: coördinator\n")) == {"name": "coördinator"}


@pytest.mark.parametrize("name", ["dimensions.yml", "building_blocks.yml", "themes.yml", "stages.yml"])
def test_model_files_are_shipped(name):
    assert packaged(name).is_file()


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelError, match="missing") as error:
        read_yaml(tmp_path / "gone.yml")
    assert error.value.where == "gone.yml"


@pytest.mark.parametrize("text", ["name: [unclosed", "name: 'open", b"name: \xff\xfe"])
def test_what_is_not_yaml_in_utf8_is_refused(tmp_path, text):
    with pytest.raises(ModelError, match="not readable YAML"):
        read_yaml(write(tmp_path, text))


def test_objects_of_python_are_never_made(tmp_path):
    with pytest.raises(ModelError, match="not readable YAML"):
        read_yaml(write(tmp_path, "!!python/object/apply:os.getcwd []"))


def test_a_broken_place_is_told_with_file_path_and_value():
    with pytest.raises(ModelError) as error:
        parse({"name": "beuk", "leaves": [1, "many"]}, Tree, "tree.yml")
    assert error.value.where == "tree.yml, at leaves[1]"
    assert error.value.found == "'many'"
    assert "leaves[1]: " in error.value.allowed


def test_all_broken_places_are_counted_and_named():
    broken = {"leaves": ["many"], "source": {"work": "this project"}, "roots": 3}
    with pytest.raises(ModelError, match=r"\(4 places\)") as error:
        parse(broken, Tree, "tree.yml")
    assert all(place in error.value.allowed for place in ("name", "leaves[0]", "source.section", "roots"))


def test_a_long_value_is_cut_short():
    with pytest.raises(ModelError) as error:
        parse({"name": ["x" * 500]}, Tree, "tree.yml")
    assert len(error.value.found) == 80


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words\n"])
def test_a_file_of_another_shape_is_refused_at_its_top(tmp_path, text):
    with pytest.raises(ModelError) as error:
        load(write(tmp_path, text), Tree)
    assert error.value.where == "tree.yml, at top"
