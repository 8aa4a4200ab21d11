#include "formats/write_yaml.h"

#include "base/i18n.h"
#include "text/yaml_out.h"

static void
open_value(void *ctx, bool is_map)
{
	yaml_out_open(ctx, is_map);
}

static void
close_value(void *ctx)
{
	yaml_out_close(ctx);
}

static void
put_scalar(void *ctx, Slice scalar, bool is_text)
{
	yaml_out_scalar(ctx, scalar, is_text);
}

Status
write_yaml(Out *out, const Origin *origin, const Document *doc,
	   const Selection *sel, const Stats *stats, Err *err)
{
	JsonSink sink = { open_value, close_value, put_scalar, NULL };
	JsonOut *json = json_out_new_sink(&sink);
	YamlOut *yaml;
	bool failed;

	if (out->begun)
		out_put(out, SLICE("---\n"));
	out->begun = true;
	yaml = yaml_out_new(&out->buf);
	sink.ctx = yaml;
	write_json_to(json, out, origin, doc, sel, stats);
	failed = yaml_out_failed(yaml);
	json_out_free(json);
	yaml_out_free(yaml);
	out_flush_full(out);
	if (failed)
		return err_set(err, _("YAML cannot be written"));
	return STATUS_OK;
}
