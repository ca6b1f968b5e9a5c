-- Issues of the gazette are shown on the portal: a page that a server keeps is out of date when one is entered.
SELECT pages_show('channel_list', true);

-- 双公示 lists are counted as they stand released, no longer as entries made when they were brought in.
UPDATE figure_entry SET withdrawn_at = now() WHERE source LIKE '双公示清单：%' AND withdrawn_at IS NULL;
