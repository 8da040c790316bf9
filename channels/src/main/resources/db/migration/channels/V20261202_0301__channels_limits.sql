-- Limits that an operator changed; what is not here has its default. An empty account: the whole desk.
create table channels_limit (
    name    text   not null,
    account text   not null default '',
    value   bigint not null,
    primary key (name, account)
);

-- What a line costs, and how far it may be used. No price and no ceiling: nothing is counted.
create table channels_line_terms (
    account   text primary key,
    price     numeric(14, 4) not null default 0,
    ceiling   numeric(16, 4) not null default 0,
    countries text           not null default '',
    abroad    text           not null default ''
);

-- What left on a line on one day of the desk's clock, and by how much the ceiling was raised for that day alone.
create table channels_spending (
    account text           not null,
    day     date           not null,
    units   bigint         not null default 0,
    cost    numeric(18, 4) not null default 0,
    raised  numeric(16, 4) not null default 0,
    primary key (account, day)
);
