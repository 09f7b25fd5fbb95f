import cProfile,pstats
def test_x(study, show_all):
    study.history; study.themes
    p=cProfile.Profile(); p.enable()
    show_all(study)
    p.disable(); st=pstats.Stats(p); st.sort_stats("cumtime").print_stats(60)
