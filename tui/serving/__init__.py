"""The app in a web browser: one session of it for each page that is opened, on a server of this computer's own."""
