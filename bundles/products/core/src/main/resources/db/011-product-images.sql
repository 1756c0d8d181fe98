--liquibase formatted sql

--changeset products:011
create table products.product_images (
  like platform.tenant_row including all,
  product_id    uuid not null,
  attachment_id uuid not null,
  width_px      integer,
  height_px     integer,
  alt_text      text check (length(alt_text) <= 255),
  caption       text check (length(caption) <= 500),
  sort_order    integer not null default 0,
  is_primary    boolean not null default false,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, attachment_id) references settings.attachments
);
create unique index product_images_product_id_attachment_id_key on products.product_images (organization_id, product_id, attachment_id);
create index on products.product_images (organization_id, product_id, sort_order);
create index on products.product_images (organization_id, attachment_id);
call platform.protect('products.product_images');
--rollback drop table products.product_images;
