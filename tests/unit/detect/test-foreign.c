/* test-foreign.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-foreign.h"

#include <string.h>

#include "detect/galley-detect.h"
#include "lib/galley-test.h"

typedef struct
{
  const char *tag; /* of the language; NULL: not to be told */
  const char *text;
  const char *quote; /* the one direct quote, with its marks; NULL where there is none */
} LanguageCase;

/* clang-format off: a text a row */
static const LanguageCase cases[] = {
  { "de",
    "Der Rat hat am Dienstag für den neuen Weg gestimmt, der sogenannte „grüne Ring“ ist damit "
    "fast fertig. „Wir haben lange auf diese Entscheidung gewartet“, sagte die Vorsitzende.",
    "„Wir haben lange auf diese Entscheidung gewartet“" },
  { "de-print",
    "Der Rat hat am Dienstag für den neuen Weg gestimmt, und die Stadt wird im Frühjahr mit dem "
    "Bau beginnen. »Wir haben lange auf diese Entscheidung gewartet«, sagte sie.",
    "»Wir haben lange auf diese Entscheidung gewartet«" },
  { "fr",
    "Le conseil a voté mardi pour la nouvelle piste qui longe le fleuve. « Nous avons attendu "
    "cette décision pendant des années », a dit la présidente de l’association.",
    "« Nous avons attendu cette décision pendant des années »" },
  { "es",
    "El ayuntamiento votó el martes a favor del nuevo carril que recorre la orilla del río. "
    "«Llevamos años esperando esta decisión», dijo la presidenta de la asociación.",
    "«Llevamos años esperando esta decisión»" },
  { "es-curly",
    "El ayuntamiento votó el martes a favor del nuevo carril que recorre la orilla del río. "
    "“Llevamos años esperando esta decisión”, dijo la presidenta de la asociación.",
    "“Llevamos años esperando esta decisión”" },
  { "it",
    "Il consiglio ha votato martedì per la nuova pista che corre lungo il fiume. «Abbiamo "
    "aspettato questa decisione per anni», ha detto la presidente dell’associazione.",
    "«Abbiamo aspettato questa decisione per anni»" },
  { "pt",
    "A câmara votou na terça-feira a favor da nova ciclovia que segue o rio. “Esperámos por esta "
    "decisão durante anos”, disse a presidente da associação, que não quis dar mais detalhes.",
    "“Esperámos por esta decisão durante anos”" },
  { "nl",
    "De raad heeft dinsdag voor het nieuwe fietspad langs de rivier gestemd. ‘We hebben jaren op "
    "dit besluit gewacht’, zegt de voorzitter van de vereniging, die er zelf bij was.",
    "‘We hebben jaren op dit besluit gewacht’" },
  { "sv",
    "Fullmäktige röstade på tisdagen för den nya vägen som ska gå längs ån. ”Vi har väntat på det "
    "här beslutet i flera år”, säger hon, och det är inte för sent.",
    "”Vi har väntat på det här beslutet i flera år”" },
  { "nb",
    "Kommunestyret stemte tirsdag for den nye veien som skal gå langs elva. «Vi har ventet på "
    "denne avgjørelsen i mange år», sier hun etter møtet, og det ble ikke sagt noe mer.",
    "«Vi har ventet på denne avgjørelsen i mange år»" },
  { "da",
    "Byrådet stemte tirsdag for den nye sti, der skal gå langs åen. »Vi har ventet på den her "
    "beslutning i mange år«, siger hun efter mødet, og det blev ikke til mere af den grund.",
    "»Vi har ventet på den her beslutning i mange år«" },
  { "fi",
    "Valtuusto äänesti tiistaina uuden tien puolesta, joka kulkee joen rantaa. ”Olemme odottaneet "
    "tätä päätöstä jo vuosia”, hän sanoi, mutta se ei ole vielä varma, ja kun se on niin.",
    "”Olemme odottaneet tätä päätöstä jo vuosia”" },
  { "pl",
    "Rada zagłosowała we wtorek za nową drogą, która ma iść wzdłuż rzeki. „Czekaliśmy na tę "
    "decyzję od wielu lat”, powiedziała, ale nie jest jasne, jak to się stanie i czy już po lecie.",
    "„Czekaliśmy na tę decyzję od wielu lat”" },
  { "cs",
    "Rada v úterý hlasovala pro novou cestu, která povede podél řeky. „Čekali jsme na to "
    "rozhodnutí mnoho let,“ řekla předsedkyně a dodala, že se to týká také těch, kteří jsou z "
    "města.",
    "„Čekali jsme na to rozhodnutí mnoho let,“" },
  { "hu",
    "A tanács kedden megszavazta az új utat, amely a folyó mentén fog haladni. „Évek óta vártunk "
    "erre a döntésre”, mondta az elnök, és azt is hozzátette, hogy ez még nem a vége.",
    "„Évek óta vártunk erre a döntésre”" },
  { "ro",
    "Consiliul a votat marți pentru noul drum care va merge de-a lungul râului. „Am așteptat "
    "această decizie de mulți ani”, a spus ea, dar nu este sigur că se va face după vară.",
    "„Am așteptat această decizie de mulți ani”" },
  { "tr",
    "Meclis salı günü nehir boyunca uzanan yeni yol için oy verdi. “Bu kararı yıllardır "
    "bekliyorduk” dedi ve bu çok daha önce olan bir karar gibi değil, ama göre göre ne kadar sonra "
    "var.",
    "“Bu kararı yıllardır bekliyorduk”" },
  { "id",
    "Dewan pada hari Selasa memilih untuk jalan baru yang akan dibangun di tepi sungai. “Kami "
    "telah menunggu keputusan ini selama bertahun-tahun,” kata ketua itu, dan tidak ada yang lain.",
    "“Kami telah menunggu keputusan ini selama bertahun-tahun,”" },
  { "ru",
    "Совет во вторник проголосовал за новую дорогу, которая пройдёт вдоль реки. «Мы ждали этого "
    "решения много лет», — сказала она, и это не всё, что было на заседании.",
    "«Мы ждали этого решения много лет»" },
  { "uk",
    "Рада у вівторок проголосувала за нову дорогу, що пройде вздовж річки. «Ми чекали на це "
    "рішення багато років», — сказала вона, і це не все, що було на засіданні, але й ще не кінець.",
    "«Ми чекали на це рішення багато років»" },
  { "bg",
    "Съветът гласува във вторник за новия път, който ще минава покрай реката. „Чакахме това "
    "решение от много години“, каза тя и добави, че не е ясно как ще се случи с парите.",
    "„Чакахме това решение от много години“" },
  { "el",
    "Το συμβούλιο ψήφισε την Τρίτη υπέρ του νέου δρόμου δίπλα στο ποτάμι. «Περιμέναμε αυτή την "
    "απόφαση πολλά χρόνια», είπε η πρόεδρος του συλλόγου.",
    "«Περιμέναμε αυτή την απόφαση πολλά χρόνια»" },
  { "he",
    "המועצה הצביעה ביום שלישי בעד הדרך החדשה לאורך הנהר. \"חיכינו להחלטה הזאת שנים רבות מאוד\", "
    "אמרה יושבת הראש של האגודה.",
    "\"חיכינו להחלטה הזאת שנים רבות מאוד\"" },
  { "ar",
    "صوت المجلس يوم الثلاثاء على الطريق الجديد الذي يمتد على طول النهر. «انتظرنا هذا القرار منذ "
    "سنوات طويلة»، كما قال الرئيس بعد أن كان في الاجتماع.",
    "«انتظرنا هذا القرار منذ سنوات طويلة»" },
  { "hi",
    "परिषद ने मंगलवार को नदी के किनारे नई सड़क के पक्ष में मतदान किया। “हम इस फैसले का कई वर्षों से इंतजार कर रहे "
    "थे” अध्यक्ष ने कहा।",
    "“हम इस फैसले का कई वर्षों से इंतजार कर रहे थे”" },
  { "ko",
    "시의회는 화요일 강변을 따라 놓일 새 도로에 찬성했다. “우리는 이 결정을 오랫동안 기다려 "
    "왔습니다”라고 회장이 말했다.",
    "“우리는 이 결정을 오랫동안 기다려 왔습니다”" },
  { "ja",
    "市議会は火曜日、川沿いの新しい道の建設を可決した。市長は「この決定を長い間待っていました」と述"
    "べた。計画は「緑の環」と呼ばれている。",
    "「この決定を長い間待っていました」" },
  { "zh",
    "市议会星期二投票通过了沿河新路的建设计划。市长说：“我们等待这个决定已经很多年了。”这个计划叫做"
    "“绿环”。",
    "“我们等待这个决定已经很多年了。”" },
  { "en",
    "The council voted on Tuesday for the new path that will run along the river, and the work is "
    "to begin in spring. It is not clear who will pay for it or what it would cost.",
    NULL },
  { "en-names",
    "The mayor of Weißenfels and the head of the Académie met in the Café de la Paix on Friday, "
    "and they said that they would sign it in June, after the vote in the council.",
    NULL },
  { NULL, "Hamburg 3, Marseille 1", NULL },
  { NULL, "", NULL },
};
/* clang-format on */

static void
test_guess (gconstpointer data)
{
  const LanguageCase *item = data;
  g_autoptr (GalleyText) text = galley_text_new (item->text, strlen (item->text));
  const GalleyLanguage *language = galley_language_guess (text);

  if (item->tag == NULL)
    g_assert_null (language);
  else
    {
      g_assert_nonnull (language);
      g_assert_cmpstr (language->tag, ==, galley_language_find (item->tag)->tag);
    }
}

static void
test_quote (gconstpointer data)
{
  const LanguageCase *item = data;
  g_autoptr (GalleyArticle) article = galley_test_article (item->text);
  g_autoptr (GalleyFindings) found =
      galley_detect (article, galley_reader_find ("fast"), NULL, NULL, NULL, NULL);
  GalleyAnnotation *quote;
  g_autofree char *words = NULL;
  g_autofree char *reason = NULL;

  g_assert_cmpuint (found->annotations->len, ==, 1);
  quote = found->annotations->pdata[0];
  words = g_utf8_substring (item->text,
                            galley_annotation_get_start (quote),
                            galley_annotation_get_end (quote));
  g_assert_cmpstr (words, ==, item->quote);
  g_assert_cmpint (galley_annotation_get_kind (quote), ==, GALLEY_KIND_QUOTE);
  g_assert_cmpstr (galley_annotation_get_details (quote)->type, ==, "direct");
  g_assert_cmpstr (galley_annotation_get_origin (quote)->reader, ==, "quotation-marks");
  g_assert_true (galley_annotation_is_clear (quote));
  reason = galley_reason_to_english (galley_annotation_get_reason (quote));
  g_assert_nonnull (strstr (reason, "in this language"));
  g_assert_false (galley_metadata_is_english (found->metadata));
}

static void
test_over_paragraphs (void)
{
  const char *words = "Die Vorsitzende sagte der Zeitung, dass sie sich auf den Bau freut.\n"
                      "„Wir haben lange auf diese Entscheidung gewartet.\n"
                      "„Jetzt wird der Weg endlich gebaut.“\n";
  g_autoptr (GalleyArticle) article = galley_test_article (words);
  g_autoptr (GalleyFindings) found =
      galley_detect (article, galley_reader_find ("fast"), NULL, NULL, NULL, NULL);

  g_assert_cmpuint (found->annotations->len, ==, 1);
  g_assert_cmpuint (galley_annotation_get_details (found->annotations->pdata[0])->spans->len,
                    ==,
                    2);
}

/* What a file says of its language goes before what the words tell. */
static void
test_said (void)
{
  const char *words = "„Wir haben lange auf diese Entscheidung gewartet“, sagte die Frau, und das"
                      " ist nicht der Anfang.\n";
  g_autoptr (GalleyArticle) article = galley_test_article (words);
  g_autoptr (GalleyFindings) found = NULL;
  GalleyMetadata *metadata = galley_metadata_copy (galley_article_get_metadata (article));

  metadata->lang = g_strdup ("en-GB");
  galley_article_take_metadata (article, metadata);
  found = galley_detect (article, galley_reader_find ("fast"), NULL, NULL, NULL, NULL);

  g_assert_cmpstr (found->metadata->lang, ==, "en-GB");
  for (guint i = 0; i < found->annotations->len; i++)
    g_assert_cmpstr (galley_annotation_get_origin (found->annotations->pdata[i])->reader,
                     !=,
                     "quotation-marks");
}

static void
test_find (void)
{
  guint n_languages;
  const GalleyLanguage *languages = galley_languages_get (&n_languages);

  g_assert_cmpstr (galley_language_find ("de-AT")->tag, ==, "de");
  g_assert_cmpstr (galley_language_find ("PT_br")->tag, ==, "pt");
  g_assert_null (galley_language_find ("tlh"));
  g_assert_null (galley_language_find (""));
  g_assert_null (galley_language_find (NULL));
  g_assert_true (galley_language_is_english (galley_language_find ("en-US")));
  for (guint i = 0; i < n_languages; i++)
    {
      g_assert_true (galley_language_find (languages[i].tag) == &languages[i]);
      g_assert_cmpuint (g_utf8_strlen (languages[i].marks, -1) % 2, ==, 0);
      g_assert_cmpuint (g_utf8_strlen (languages[i].marks, -1), >=, 4);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/language/languages/guess/%u-%s",
                                               i,
                                               cases[i].tag != NULL ? cases[i].tag : "none");
      g_autofree char *quote_path =
          g_strdup_printf ("/detect/foreign/quote/%u-%s", i, cases[i].tag);

      g_test_add_data_func (path, &cases[i], test_guess);
      if (cases[i].quote != NULL)
        g_test_add_data_func (quote_path, &cases[i], test_quote);
    }
  g_test_add_func ("/language/languages/find", test_find);
  g_test_add_func ("/detect/foreign/over-paragraphs", test_over_paragraphs);
  g_test_add_func ("/detect/foreign/said", test_said);

  return g_test_run ();
}
