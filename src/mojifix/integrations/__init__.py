"""Where mojifix meets the data of others. Each module needs an extra, and imports it when used."""
