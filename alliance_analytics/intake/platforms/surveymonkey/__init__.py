"""SurveyMonkey: a header record of questions and one of what each column holds."""
