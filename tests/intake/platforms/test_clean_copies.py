"""A clean copy of what any writer writes gives the same answers, counted in the same way."""

from functools import partial

import pandas as pd
import pytest

from alliance_analytics.intake.platforms.google_forms import writer as google_forms
from alliance_analytics.intake.platforms.kobo import writer as kobo
from alliance_analytics.intake.platforms.limesurvey import writer as limesurvey
from alliance_analytics.intake.platforms.microsoft_forms import writer as microsoft_forms
from alliance_analytics.intake.platforms.odk import writer as odk
from alliance_analytics.intake.platforms.qualtrics import writer as qualtrics
from alliance_analytics.intake.platforms.redcap import writer as redcap
from alliance_analytics.intake.platforms.spss import writer as spss
from alliance_analytics.intake.platforms.stata import writer as stata
from alliance_analytics.intake.platforms.surveymonkey import writer as surveymonkey
from alliance_analytics.intake.platforms.typeform import writer as typeform
from alliance_analytics.intake.stripping import write_clean_copy
from alliance_analytics.intake.survey import SurveySettings, read_survey
from alliance_analytics.intake.table import read_table
from alliance_analytics.model.instruments import default_instrument

WRITERS = {
    "google forms": google_forms.write,
    "kobo": kobo.write,
    "limesurvey": limesurvey.write,
    "limesurvey, vv": limesurvey.write_vv,
    "microsoft forms": microsoft_forms.write,
    "odk": odk.write,
    "qualtrics": qualtrics.write,
    "qualtrics, legacy": partial(qualtrics.write, layout="legacy"),
    "redcap": redcap.write,
    "spss": spss.write,
    "stata": stata.write,
    "surveymonkey": surveymonkey.write,
    "surveymonkey, expanded": partial(surveymonkey.write, expanded=True),
    "typeform": typeform.write,
}
KNOWN = ("person0@", "person1@", "First0", "Family0", "192.0.2.")


@pytest.mark.parametrize("name", WRITERS)
def test_the_copy_is_read_as_the_export_was(name, make_survey, tmp_path):
    survey = make_survey(
        ("response", "response", "duplicate", "response"), mail=name not in {"spss", "stata"}
    )
    export, copy = tmp_path / "export" / "x", tmp_path / "copy" / "x"
    export.parent.mkdir()
    WRITERS[name](survey, export)
    copy.parent.mkdir()
    write_clean_copy(export, copy)
    for beside in export.parent.glob("*.*"):  # a data dictionary
        (copy.parent / beside.name).write_bytes(beside.read_bytes())
    settings = SurveySettings(partners=survey.partners)
    before, after = (
        read_survey(path, default_instrument(), settings, alliance="a", wave="w") for path in (export, copy)
    )
    assert (after.platform, after.excluded) == (before.platform, before.excluded)
    pd.testing.assert_frame_equal(after.responses, before.responses)
    pd.testing.assert_frame_equal(after.missing_kinds, before.missing_kinds)
    cells = read_table(copy).cells.to_numpy().ravel()
    assert not any(known in cell for cell in cells for known in KNOWN)
