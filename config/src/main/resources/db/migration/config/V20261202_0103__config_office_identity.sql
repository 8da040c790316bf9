-- Which subject of the office's OpenID provider is whose account: bound at the first log-in by it. Kept until an
-- administrator takes it off.
create table office_identity (
    login   text primary key,
    issuer  text not null,
    subject text not null,
    since   timestamptz not null default now(),
    unique (issuer, subject)
);
