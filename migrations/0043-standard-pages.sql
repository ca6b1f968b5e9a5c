-- The public pages show the published standard catalogues.
SELECT pages_show('standard_catalogue', true);
