from alliance_analytics.intake.platforms.labelled_answers import column_labels, numbered, value_labels

CODES = {"1": 5, "2": 4, "3": 3, "4": 2, "5": 1, "dont_know": "d", "not_applicable": 9}


def test_numbers_and_letters_stand_for_answers(make_survey):
    survey = make_survey(mail=False)
    frame = numbered(survey, CODES)
    first, second, third, fourth = (item.id for item in survey.instrument.scored[:4])
    assert frame[second].iloc[0] == "d"
    assert frame[third].iloc[0] == 9.0
    assert frame[fourth].isna().iloc[0]
    assert frame[first].iloc[0] == 6 - survey.answers[first].iloc[0]
    assert frame["LEVEL"].tolist() == [1.0, 2.0, 3.0]


def test_labels_say_what_they_stand_for(make_survey):
    labels = value_labels(make_survey(language="nl", mail=False), CODES)
    assert labels["P1a"][1.0] == "Helemaal mee eens"
    assert labels["P1a"]["d"] == "Weet ik niet"


def test_a_question_is_cut_at_a_whole_letter(make_survey):
    survey = make_survey(mail=False)
    whole, cut = column_labels(survey), column_labels(survey, 12)
    assert all(whole[name].startswith(label) and len(label.encode()) <= 12 for name, label in cut.items())
    assert whole["P1a"] == survey.instrument.scored[0].asked("en")
