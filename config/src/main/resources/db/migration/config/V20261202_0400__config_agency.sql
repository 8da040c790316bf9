-- How the agency names itself, once an administrator has said so: before that there is no row, and the configuration says
-- it. Public; nobody's data. At most one row; the version grows with each change.
create table config_agency (
    singleton boolean primary key default true check (singleton),
    name     text not null check (name <> ''),
    texting text,
    phone    text,
    bot text,
    version  int not null
);
