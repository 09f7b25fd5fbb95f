"""Files to tidy frames and a log: survey exports of any platform, and report documents."""
