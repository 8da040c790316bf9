-- The next conversation of an address goes on counting where the last one ended.
create index conversation_address on conversation (account, address, turns desc);
