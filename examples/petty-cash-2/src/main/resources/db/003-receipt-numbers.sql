--liquibase formatted sql

--changeset petty-cash:003
-- Nullable, because version 1 goes on writing rows without it until the moment of the switch, and after it where that fails.
alter table petty_cash.entries add column receipt_number text check (length(receipt_number) <= 50);
create index on petty_cash.entries (organization_id, receipt_number);
--rollback drop index petty_cash.entries_organization_id_receipt_number_idx;
--rollback alter table petty_cash.entries drop column receipt_number;
