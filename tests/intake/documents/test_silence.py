import logging

import pytest

from alliance_analytics.intake.documents.silence import silenced


def test_a_library_is_silent_for_a_while_only(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("some.parser")
    with silenced("some.parser"):
        logger.warning("inside")
    logger.warning("outside")
    assert caplog.messages == ["outside"]


def test_a_library_that_stumbles_may_speak_again() -> None:
    with pytest.raises(ZeroDivisionError), silenced("some.parser"):
        _ = 1 / 0
    assert logging.getLogger("some.parser").level != logging.CRITICAL
