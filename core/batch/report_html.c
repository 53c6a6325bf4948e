// The page: one file with its style and its pictures in it, in one language or in both, of which the reader
// shows one; no script is needed. Phone, desk and paper each have their own layout.
#include "batch/report_page.h"

#include "plot/paint.h"

static const char style[] =
	":root{--ink:#1c1c1a;--quiet:#5c5c58;--line:#d9d8d2;--paper:#fff;--wash:#f5f4ef;--link:#08427b;--good:#08427b;--bad:#8c3b00}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.55 " PAINT_FAMILY "}\n"
	".page{max-width:840px;margin:0 auto;padding:0 40px 64px}\n"
	"header{padding:40px 0 8px}\n"
	"h1{font-size:34px;line-height:1.2;margin:0 0 12px;overflow-wrap:anywhere}\n"
	"h2{font-size:24px;line-height:1.25;margin:56px 0 14px;padding-top:18px;border-top:3px solid var(--ink)}\n"
	"h3{font-size:17px;line-height:1.35;margin:0 0 6px;overflow-wrap:anywhere}\n"
	"p,ul,dl{margin:0 0 14px}\n"
	"p,li,dd,td,th{overflow-wrap:break-word;hyphens:auto}\n"
	".question{font-size:21px;line-height:1.45}\n"
	"th .quiet{font-weight:400}.quiet,.meta{color:var(--quiet);font-size:15px}\n"
	".answer{background:var(--wash);border-left:6px solid var(--link);padding:20px 24px 8px}\n"
	".warning{border:2px solid var(--bad);padding:10px 16px}\n"
	".cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:16px}\n"
	".card{border:1px solid var(--line);border-radius:4px;padding:16px 18px 4px}\n"
	".two{grid-template-columns:repeat(auto-fit,minmax(300px,1fr))}\n"
	".list .card{border:0;border-top:1px solid var(--line);border-radius:0;padding:10px 0 0}\n"
	".card p,.card ul{font-size:15px;margin-bottom:10px}\n"
	"ul{padding-left:20px}\n"
	"figure{margin:28px 0}\n"
	"svg{display:block;width:100%;height:auto}\n"
	".desk{margin:0 -3.42%}.phone{display:none;margin:0 -4.21%;max-width:440px}\n"
	".scroll{overflow-x:auto;margin:0 0 10px}\n"
	"table{margin:0 0 14px;border-collapse:collapse;width:100%;font-size:15px;line-height:1.4}\n"
	"th,td{text-align:left;vertical-align:top;padding:8px 12px 8px 0;border-bottom:1px solid var(--line)}\n"
	"thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}\n"
	"th{font-weight:600}\n"
	"tbody th{max-width:260px}\n"
	".number,thead th.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}\n"
	".side th:not(:first-child){text-align:right;min-width:88px}\n"
	".wrap,thead th.wrap{white-space:normal}.side th.left,.side td:not(.number){text-align:left;padding-left:14px}\n"
	".mark{display:inline-block;width:1.1em;text-align:center}\n"
	".better .mark{color:var(--good)}.worse .mark{color:var(--bad)}.better,.worse{font-weight:600}\n"
	"td ul{margin:0;padding-left:18px}\n"
	"dt{font-weight:600}dd{margin:0 0 8px}\n"
	"dl.small{font-size:15px;columns:2;column-gap:32px}dl.small div{break-inside:avoid}\n"
	"pre{background:var(--wash);padding:14px 18px;overflow-x:auto;font-size:14px;line-height:1.5}\n"
	"pre,.code{font-family:'DejaVu Sans Mono',Consolas,Menlo,monospace}.code{font-size:14px}\n"
	"nav ol{columns:2;padding-left:22px;font-size:15px}a{color:var(--link)}\n"
	".switch{max-width:840px;margin:0 auto;padding:16px 40px 0;text-align:right;font-size:15px}\n"
	".choice{position:absolute;opacity:0}\n"
	".switch label{padding:6px 12px;border:1px solid var(--line);cursor:pointer}\n"
	"#nl:checked~.switch label[for=nl],#en:checked~.switch label[for=en]{background:var(--ink);color:var(--paper);border-color:var(--ink)}\n"
	"#nl:focus-visible~.switch label[for=nl],#en:focus-visible~.switch label[for=en]{outline:3px solid #3e8ecf;outline-offset:2px}\n"
	"#nl:checked~.en,#en:checked~.nl{display:none}\n"
	"@media(max-width:640px){\n"
	"body{font-size:16px}.page,.switch{padding-left:16px;padding-right:16px}h1{font-size:27px}h2{font-size:21px;margin-top:40px}\n"
	".question{font-size:18px}nav ol,dl.small{columns:1}.desk{display:none}.phone{display:block}.answer{padding:16px 16px 4px}\n"
	".side th:first-child{position:sticky;left:0;background:var(--paper);min-width:116px;max-width:150px}\n"
	".fails,.fails tbody,.fails tr,.fails th,.fails td{display:block;width:100%;max-width:none;border:0;padding:2px 0}\n"
	".fails thead{display:none}.fails tr{border-bottom:1px solid var(--line);padding:8px 0}\n"
	"}\n"
	".cards{margin-bottom:14px}.after{margin-top:18px}\n"
	"@media(min-width:641px){.list{columns:2;column-gap:32px}}.list .card{break-inside:avoid}\n"
	"@page{size:A4;margin:16mm 15mm}\n"
	"@media print{\n"
	"body{font-size:10.5pt}.page{max-width:none;padding:0}.switch,nav{display:none}header{padding-top:0}\n"
	"h1{font-size:22pt}h2{font-size:15pt;margin-top:22pt;break-after:avoid}h3{break-after:avoid}.question{font-size:13pt}\n"
	"figure,.card,tr,table,.answer,pre,dl div{break-inside:avoid}.long{break-inside:auto}.list{columns:2}figure{margin:14pt 0}thead{display:table-header-group}\n"
	".desk{display:block}.phone{display:none}.desk svg{max-height:245mm}.scroll{overflow:visible}table,.card p,.card ul,th .quiet{font-weight:400}.quiet,.meta{font-size:9.5pt}\n"
	"pre{white-space:pre-wrap;font-size:9pt}.side td,.side th{padding-right:6px}.side th:not(:first-child){min-width:0}\n"
	"*{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
	"}\n";

static const struct {
	const char *id;
	struct text head;
} section_table[] = {
	{ "answer", { "Het antwoord", "The answer" } }, { "alternatives", { "De alternatieven naast elkaar", "The alternatives side by side" } },
	{ "measures", { "Wat het oplevert", "What it brings" } }, { "failures", { "Waar het tekortschiet", "Where it falls short" } },
	{ "varied", { "Wat er is gevarieerd", "What was varied" } }, { "costs", { "Wat het kost", "What it costs" } },
	{ "sureness", { "Hoe zeker dit is", "How sure this is" } }, { "limits", { "Wat dit niet kan zeggen", "What this cannot say" } },
	{ "again", { "Zelf narekenen", "Reproduce it" } },
};

static void put_contents(struct report_page *page)
{
	report_tag(page, "<nav><ol>\n");
	for (size_t i = 0; i < sizeof section_table / sizeof *section_table; i++) {
		fprintf(page->stream, "<li><a href=\"#%s-%s\">", section_table[i].id, page->lang == LANG_NL ? "nl" : "en");
		report_put(page, text_in(section_table[i].head, page->lang));
		report_tag(page, "</a></li>\n");
	}
	report_tag(page, "</ol></nav>\n");
}

static const char *title_of(const struct results *results, enum lang lang)
{
	const char *title = report_text(&results->title, lang);
	return *title ? title : lang == LANG_NL ? "Verslag van een experiment" : "Report of an experiment";
}

static void put_size(struct report_page *page)
{
	const struct report *report = page->report;
	bool nl = page->lang == LANG_NL, one = report->row_count == 1;
	char done[TEXT_NUMBER_MAX];
	if (report->sampled)
		report_say(page, "%d gelote combinaties van instellingen, ", "%d draws of the settings, ", report->futures);
	if (!report->sampled || report->by_design)
		report_say(page, "%d %s, ", "%d %s, ", report->row_count, nl ? one ? "alternatief" : "alternatieven" : one ? "alternative" : "alternatives");
	text_number(done, page->lang, (double)report->results->done, 0, false);
	report_say(page, "%d %s; %s geslaagde proeven.", "%d %s; %s trials that succeeded.", report->results->replicate_count,
	           report->results->replicate_count == 1 ? nl ? "toekomst" : "future" : nl ? "toekomsten" : "futures", done);
}

static void put_header(struct report_page *page)
{
	const struct report *report = page->report;
	const struct results *results = report->results;
	const char *scenario = report_text(&results->scenario_title, page->lang), *question = report_text(&results->question, page->lang);
	report_tag(page, "<header>\n");
	report_in(page, "h1", "%s", "%s", title_of(results, page->lang));
	if (*question)
		report_in(page, "p class=\"question\"", "%s", "%s", question);
	report_tag(page, "<p class=\"meta\">");
	report_say(page, "%s, %d", "%s, %d", *scenario ? scenario : results->scenario ? results->scenario : "–", results->start_year);
	if (results->years > 1)
		report_say(page, "–%d", "–%d", results->start_year + results->years - 1);
	report_tag(page, ". ");
	put_size(page);
	report_say(page, " Gemaakt met Stoeprand, een vliegsimulator: zo kan het gaan, niet zo gaat het.", " Made with Stoeprand, a flight simulator: this is how it may go, not how it will.");
	report_tag(page, "</p>\n");
	report_tag(page, "</header>\n");
}

static void put_body(struct report_page *page)
{
	bool nl = page->lang == LANG_NL;
	fprintf(page->stream, "<main class=\"page %s\" lang=\"%s\">\n<section>\n", nl ? "nl" : "en", nl ? "nl" : "en");
	put_header(page);
	put_contents(page);
	report_answer(page);
	report_alternatives(page);
	report_measures(page);
	report_failures(page);
	report_varied(page);
	report_costs(page);
	report_sureness(page);
	report_limits(page);
	report_again(page);
	report_tag(page, "</section>\n</main>\n");
}

static void put_switch(struct report_page *page)
{
	bool nl = page->form->lang == LANG_NL;
	fprintf(page->stream, "<input class=\"choice\" type=\"radio\" name=\"lang\" id=\"nl\" aria-label=\"Nederlands\"%s>"
	        "<input class=\"choice\" type=\"radio\" name=\"lang\" id=\"en\" aria-label=\"English\"%s>\n", nl ? " checked" : "", nl ? "" : " checked");
	report_tag(page, "<div class=\"switch\"><label for=\"nl\" lang=\"nl\">Nederlands</label><label for=\"en\" lang=\"en\">English</label></div>\n");
}

bool report_html(FILE *stream, const struct report *report, const struct report_form *form, struct err *err)
{
	struct report_page page = { .stream = stream, .report = report, .form = form, .lang = form->lang, .err = err };
	fprintf(stream, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
	        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"Stoeprand %s\">\n",
	        form->lang == LANG_NL ? "nl" : "en", form->version);
	report_in(&page, "title", "%s", "%s", title_of(report->results, form->lang));
	fprintf(stream, "<style>\n%s</style>\n</head>\n<body>\n", style);
	if (form->both)
		put_switch(&page);
	put_body(&page);
	if (form->both) {
		page.lang = form->lang == LANG_NL ? LANG_EN : LANG_NL;
		put_body(&page);
	}
	report_tag(&page, "</body>\n</html>\n");
	return !page.failed;
}
