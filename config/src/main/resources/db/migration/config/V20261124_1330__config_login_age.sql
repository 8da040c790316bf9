-- Log-ins older than a year are deleted whenever somebody logs in.
create index login_attempt_age on login_attempt (at);
