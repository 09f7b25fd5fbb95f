import pandas as pd, traceback
def attempt(f):
    try: return f()
    except Exception: traceback.print_exc()
def test_x(tmp_path, write_alliance, show_all):
    import alliance_analytics as aa
    s=aa.study(write_alliance(tmp_path/"solo", {"Quay":{"tactical":(3,1)}}))
    d=attempt(lambda: show_all(s)); print("solo", d and d["findings"])
    f=write_alliance(tmp_path/"none", {"Quay":{"tactical":(9,6)}})
    t=pd.read_csv(f/"2025"/"answers.csv"); 
    t.iloc[:,3:]=None; t.to_csv(f/"2025"/"answers.csv",index=False)
    s=aa.study(f); d=attempt(lambda: show_all(s)); print("nobody", d and d["findings"])
    f=write_alliance(tmp_path/"nopartner", {"Quay":{"tactical":(9,6)}})
    t=pd.read_csv(f/"2025"/"answers.csv").drop(columns=["partner","level"]); t.to_csv(f/"2025"/"answers.csv",index=False)
    s=aa.study(f); d=attempt(lambda: show_all(s)); print("no partner", d and d["findings"])
    (f/"2025"/"wave.yml").write_text("date: 2025-01-01\n")
    s=aa.study(f); d=attempt(lambda: show_all(s)); print("no partner, no invited", d and list(d), d and d["findings"])
    from pathlib import Path
    f=tmp_path/"second"; (f/"2024").mkdir(parents=True)
    (f/"instrument.yml").write_text(Path("tests/model/data/second_instrument.yml").read_text())
    i=aa.open_workspace(f).instrument("second") if False else None
    import yaml
    ins=yaml.safe_load(Path("tests/model/data/second_instrument.yml").read_text())
    ids=[x["id"] for x in ins["items"] if x["kind"]=="statement"]
    import numpy as np
    r=np.random.default_rng(1)
    from alliance_analytics.model.answer_scales import answer_scales
    lab=answer_scales().scale("agreement_7")
    df=pd.DataFrame([[lab.canonical(int(v),"en") for v in r.integers(1,8,len(ids))] for _ in range(14)],columns=ids)
    df.insert(0,"TEAM",["A"]*7+["B"]*7); df.insert(1,"ROLE",["lead","member"]*7)
    df.to_csv(f/"2024"/"a.csv",index=False)
    s=aa.study(f); d=attempt(lambda: show_all(s)); print("second", d and list(d))
    for k in ("findings","spider-dimension","agenda-topics","partners-dimension"): print(d and d[k])
