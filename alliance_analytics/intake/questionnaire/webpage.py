"""The form as one page without scripts: to print on A4 and fill in with a pen, or to fill in on a screen.

On a phone a statement stands above its answers; at a desk and on paper the answers are columns. Every box
has a name for a screen reader. The page sends nothing anywhere: it is kept or printed.
"""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from alliance_analytics.intake.questionnaire.form import Form
from alliance_analytics.model.questionnaire import questionnaire_texts

PACKAGE = "alliance_analytics.intake.questionnaire"


def webpage(form: Form) -> bytes:
    """Return the form, in its base language, as the bytes of an HTML page that stands alone."""
    environment = Environment(
        loader=PackageLoader(PACKAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    language = form.languages[0]
    page = environment.get_template("form.html.j2").render(
        form=form,
        language=language,
        style=Markup(_style()),  # noqa: S704 - the sheet of this package
        paper_hint=questionnaire_texts().say("paper_hint", language),
        statement_column=questionnaire_texts().say("statement_column", language),
    )
    return page.encode()


def _style() -> str:
    return (files(PACKAGE) / "templates" / "form.css").read_text(encoding="utf-8")
