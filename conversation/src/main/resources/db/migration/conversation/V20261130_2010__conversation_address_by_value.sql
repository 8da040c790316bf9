-- A telephone's number is looked up whatever account it wrote to.
create index citizen_address_value on citizen_address (address);
