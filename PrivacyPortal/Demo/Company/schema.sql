-- The conversation database of the invented company. Amounts in cents, instants in ISO 8601 (UTC).
CREATE TABLE site (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, domain TEXT NOT NULL, country TEXT NOT NULL, currency TEXT NOT NULL);
CREATE TABLE bot (id INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL);
CREATE TABLE tag (id INTEGER PRIMARY KEY, label TEXT NOT NULL UNIQUE);
CREATE TABLE product_category (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE product (
  id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, category_id INTEGER NOT NULL REFERENCES product_category,
  name_fr TEXT NOT NULL, name_en TEXT NOT NULL, price_cents INTEGER NOT NULL);

CREATE TABLE advisor (
  id INTEGER PRIMARY KEY, first_name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, phone TEXT,
  role TEXT NOT NULL CHECK (role IN ('advisor', 'supervisor')), supervisor_id INTEGER REFERENCES advisor,
  site_id INTEGER NOT NULL REFERENCES site, hired_on TEXT NOT NULL);
CREATE INDEX advisor_supervisor ON advisor (supervisor_id);
CREATE TABLE postal_address (
  id INTEGER PRIMARY KEY, line1 TEXT NOT NULL, line2 TEXT, postcode TEXT NOT NULL, city TEXT NOT NULL, country TEXT NOT NULL);
CREATE TABLE visitor (
  id INTEGER PRIMARY KEY, site_id INTEGER NOT NULL REFERENCES site, first_name TEXT, last_name TEXT, email TEXT COLLATE NOCASE,
  phone TEXT, company TEXT, language TEXT NOT NULL, address_id INTEGER REFERENCES postal_address, ip TEXT,
  preferences TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(preferences)), created_at TEXT NOT NULL, last_seen_at TEXT NOT NULL);
CREATE INDEX visitor_email ON visitor (email);
CREATE INDEX visitor_address ON visitor (address_id);

CREATE TABLE payment_card (
  id INTEGER PRIMARY KEY, visitor_id INTEGER NOT NULL REFERENCES visitor, token TEXT NOT NULL UNIQUE, brand TEXT NOT NULL,
  last_four TEXT NOT NULL, holder TEXT NOT NULL, expires TEXT NOT NULL);
CREATE INDEX payment_card_visitor ON payment_card (visitor_id);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE, visitor_id INTEGER NOT NULL REFERENCES visitor,
  site_id INTEGER NOT NULL REFERENCES site, delivery_address_id INTEGER REFERENCES postal_address,
  card_id INTEGER REFERENCES payment_card, placed_at TEXT NOT NULL, status TEXT NOT NULL, total_cents INTEGER NOT NULL,
  delivery_phone TEXT, delivery_note TEXT);
CREATE INDEX orders_visitor ON orders (visitor_id);
CREATE INDEX orders_address ON orders (delivery_address_id);
CREATE INDEX orders_card ON orders (card_id);
CREATE TABLE order_line (
  order_id INTEGER NOT NULL REFERENCES orders, line_no INTEGER NOT NULL, product_id INTEGER NOT NULL REFERENCES product,
  quantity INTEGER NOT NULL, unit_cents INTEGER NOT NULL, engraving TEXT, PRIMARY KEY (order_id, line_no)) WITHOUT ROWID;
CREATE TABLE invoice (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, order_id INTEGER NOT NULL UNIQUE REFERENCES orders, billing_name TEXT NOT NULL,
  billing_address TEXT NOT NULL, billing_email TEXT, issued_on TEXT NOT NULL, total_cents INTEGER NOT NULL);

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY, site_id INTEGER NOT NULL REFERENCES site, visitor_id INTEGER REFERENCES visitor,
  advisor_id INTEGER REFERENCES advisor, channel TEXT NOT NULL CHECK (channel IN ('chat', 'bot', 'call')), language TEXT NOT NULL,
  page_url TEXT, started_at TEXT NOT NULL, ended_at TEXT, status TEXT NOT NULL);
CREATE INDEX conversation_visitor ON conversation (visitor_id);
CREATE INDEX conversation_advisor ON conversation (advisor_id);
CREATE TABLE conversation_participant (
  conversation_id INTEGER NOT NULL REFERENCES conversation, visitor_id INTEGER NOT NULL REFERENCES visitor, joined_at TEXT NOT NULL,
  PRIMARY KEY (conversation_id, visitor_id)) WITHOUT ROWID;
CREATE INDEX conversation_participant_visitor ON conversation_participant (visitor_id);
CREATE TABLE conversation_tag (
  conversation_id INTEGER NOT NULL REFERENCES conversation, tag_id INTEGER NOT NULL REFERENCES tag,
  PRIMARY KEY (conversation_id, tag_id)) WITHOUT ROWID;
CREATE TABLE message (
  id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL REFERENCES conversation,
  sender TEXT NOT NULL CHECK (sender IN ('visitor', 'advisor', 'bot')), visitor_id INTEGER REFERENCES visitor,
  advisor_id INTEGER REFERENCES advisor, bot_id INTEGER REFERENCES bot, reply_to INTEGER REFERENCES message, quoted_text TEXT,
  body TEXT NOT NULL, sent_at TEXT NOT NULL, statement TEXT);
CREATE INDEX message_conversation ON message (conversation_id);
CREATE INDEX message_visitor ON message (visitor_id);
CREATE INDEX message_advisor ON message (advisor_id);
CREATE INDEX message_reply_to ON message (reply_to);
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES message, file_name TEXT NOT NULL, media_type TEXT NOT NULL,
  caption TEXT, content BLOB NOT NULL);
CREATE INDEX attachment_message ON attachment (message_id);
CREATE TABLE call_record (
  id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL REFERENCES conversation, visitor_id INTEGER REFERENCES visitor,
  advisor_id INTEGER REFERENCES advisor, caller_number TEXT, started_at TEXT NOT NULL, seconds INTEGER NOT NULL,
  announced INTEGER NOT NULL, objected INTEGER NOT NULL, recording_file TEXT);
CREATE INDEX call_record_conversation ON call_record (conversation_id);
CREATE INDEX call_record_visitor ON call_record (visitor_id);
CREATE INDEX call_record_advisor ON call_record (advisor_id);
CREATE TABLE visitor_position (
  id INTEGER PRIMARY KEY, visitor_id INTEGER NOT NULL REFERENCES visitor, conversation_id INTEGER REFERENCES conversation,
  latitude REAL NOT NULL, longitude REAL NOT NULL, city TEXT, country TEXT NOT NULL, taken_at TEXT NOT NULL);
CREATE INDEX visitor_position_visitor ON visitor_position (visitor_id);
CREATE INDEX visitor_position_conversation ON visitor_position (conversation_id);
CREATE TABLE screen_session (
  id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL REFERENCES conversation, kind TEXT NOT NULL CHECK (kind IN ('mirroring', 'cobrowsing')),
  asked_at TEXT NOT NULL, accepted_at TEXT, ended_at TEXT, page_url TEXT);
CREATE INDEX screen_session_conversation ON screen_session (conversation_id);
CREATE TABLE rating (
  id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL REFERENCES conversation, visitor_id INTEGER REFERENCES visitor,
  stars INTEGER NOT NULL CHECK (stars BETWEEN 0 AND 5), comment TEXT, rated_at TEXT NOT NULL);
CREATE INDEX rating_conversation ON rating (conversation_id);
CREATE INDEX rating_visitor ON rating (visitor_id);
CREATE TABLE consent (
  id INTEGER PRIMARY KEY, visitor_id INTEGER NOT NULL REFERENCES visitor, purpose TEXT NOT NULL, wording TEXT NOT NULL, page_url TEXT NOT NULL,
  given INTEGER NOT NULL, at TEXT NOT NULL, withdrawn_at TEXT);
CREATE INDEX consent_visitor ON consent (visitor_id);

-- A note is about a visitor, a conversation or an order: no foreign key can say so.
CREATE TABLE note (
  id INTEGER PRIMARY KEY, owner_type TEXT NOT NULL CHECK (owner_type IN ('visitor', 'conversation', 'order')), owner_id INTEGER NOT NULL,
  advisor_id INTEGER NOT NULL REFERENCES advisor, body TEXT NOT NULL, written_at TEXT NOT NULL);
CREATE INDEX note_owner ON note (owner_type, owner_id);
CREATE INDEX note_advisor ON note (advisor_id);
-- Sent before any conversation, by somebody who is perhaps no visitor yet: who it was stands in the JSON only.
CREATE TABLE contact_form (
  id INTEGER PRIMARY KEY, site_id INTEGER NOT NULL REFERENCES site, payload TEXT NOT NULL CHECK (json_valid(payload)), sent_at TEXT NOT NULL);
CREATE TABLE newsletter_subscriber (
  email TEXT PRIMARY KEY COLLATE NOCASE, site_id INTEGER NOT NULL REFERENCES site, language TEXT NOT NULL, subscribed_at TEXT NOT NULL) WITHOUT ROWID;

CREATE VIEW conversation_overview AS
  SELECT c.id, s.code AS site, c.channel, c.started_at, v.last_name, v.email, a.last_name AS advisor,
    (SELECT count(*) FROM message m WHERE m.conversation_id = c.id) AS messages
  FROM conversation c JOIN site s ON s.id = c.site_id LEFT JOIN visitor v ON v.id = c.visitor_id LEFT JOIN advisor a ON a.id = c.advisor_id;
