-- What roles there are stands in one place, the program: a new one needs no migration.
alter table app_user drop constraint app_user_role_check;
alter table api_key drop constraint api_key_role_check;
