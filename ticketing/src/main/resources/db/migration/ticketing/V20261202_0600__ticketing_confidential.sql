-- Who reads confidential cases: those whom the category names, else the unit's supervisors. A node of the version before
-- knows none of this and shows what it always showed.
alter table ticket_category add column whistle_blower boolean not null default false;

-- Personal: log-ins of colleagues, names of keys; a row goes when it is taken back, or with the account or the key.
create table ticket_category_reader (
    category text not null references ticket_category (key) on delete cascade,
    login text not null,
    primary key (category, login)
);

alter table ticket_agent add column supervises boolean not null default false;

-- Once confidential, always so, wherever the ticket is moved.
alter table ticket add column withheld boolean not null default false;
update ticket set withheld = true
where visibility = 'CONFIDENTIAL' or category in (select key from ticket_category where visibility = 'CONFIDENTIAL');
create index ticket_confidential on ticket (category) where withheld or visibility = 'CONFIDENTIAL';

-- Who opened a confidential case by break-glass. Personal: login, a colleague's; deleted 30 days after it was opened.
create table ticket_break_glass (
    ticket bigint not null references ticket (id) on delete cascade,
    login text not null,
    at timestamptz not null,
    until timestamptz not null,
    primary key (ticket, login, at)
);
create index ticket_break_glass_login on ticket_break_glass (login, until);

-- Who looked at a confidential case, once an hour. Personal: login, a colleague's; deleted when the ticket's texts are.
create table ticket_look (
    ticket bigint not null references ticket (id) on delete cascade,
    login text not null,
    at timestamptz not null,
    primary key (ticket, login, at)
);
