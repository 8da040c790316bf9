-- Who does the work, when somebody is there, and what is promised.
create table ticket_unit (
    key text primary key,
    name_id text not null,
    name_en text not null,
    zone text not null
);

-- One row per stretch of work: Friday has two where there is a prayer break.
create table ticket_shift (
    unit text not null references ticket_unit (key) on delete cascade,
    weekday smallint not null check (weekday between 1 and 7), -- ISO: Monday is 1
    starts time not null,
    ends time not null,
    primary key (unit, weekday, starts),
    check (starts < ends)
);

-- A unit's own word to citizens: an answer within so many working days.
create table ticket_promise (
    unit text not null references ticket_unit (key) on delete cascade,
    type text not null,
    working_days smallint not null check (working_days between 1 and 90),
    primary key (unit, type)
);

create table ticket_category (
    key text primary key,
    unit text not null references ticket_unit (key),
    type text not null,
    visibility text not null,
    name_id text not null,
    name_en text not null,
    position smallint not null
);

-- How citizens say it; invented lines, no citizen's own words.
create table ticket_category_example (
    category text not null references ticket_category (key) on delete cascade,
    position smallint not null,
    text text not null,
    primary key (category, position)
);

create table ticket_holiday (
    day date primary key,
    name_id text not null,
    name_en text not null,
    joint_leave boolean not null,
    source text not null,
    provisional boolean not null default false
);

-- People who work tickets. Personal: name; kept while the account lives.
create table ticket_agent (
    login text primary key,
    name text not null,
    unit text not null references ticket_unit (key)
);
