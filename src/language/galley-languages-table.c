/* galley-languages-table.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-languages.h"

#include <string.h>

/* clang-format off: a table with a language a row. Words are in lower case; those that tell a
 * language from its neighbours are worth more than those it shares with them. */
static const GalleyLanguage languages[] = {
  { "en",
    "“”‘’",
    "the of and to in a that is was for on with as he it his by at from they have had are not which"
    " but their has were been will who this would said its or an be she we you there what after" },
  { "af",
    "“”‘’",
    "die en van het nie is in dat wat vir sy hulle om met op te aan ook as deur uit ek ons maar kan"
    " word sal na toe gesê" },
  { "ar",
    "”“’‘“”«»",
    "في من على إلى أن التي الذي عن مع هذا هذه كان بعد ما لا بين قال كما وقد لم كل ذلك خلال أو" },
  { "be",
    "«»„“",
    "і у ў не на што з да як ён гэта яго за па для але яна былі быў пра ад калі ці таксама" },
  { "bg",
    "„“„“«»",
    "на и да се от за в е не са че с по като това ще към беше който му още или след ще която" },
  { "bn", "“”‘’", NULL },
  { "ca",
    "«»“”",
    "de la el que i en a les els per amb del un una no és al es ha seva han aquest també dels"
    " però va són aquesta ser perquè anys dit" },
  { "cs",
    "„“‚‘»«",
    "a se v na že je o s z do i to by si ale za jsem k po jsou jako podle ve který která pro byl"
    " bylo které však také už při" },
  { "cy",
    "“”‘’",
    "y yn a i o ar ei yr wedi bod am eu gan mae oedd fod ac at fel hynny nid ond roedd hefyd "
    "gyda" },
  { "da",
    "“”‘’»«",
    "og i at det er en til af på for de der med som ikke den har et han fra vil blev hun siger om"
    " var efter kan sig også hvad" },
  { "de",
    "„“‚‘»«“”",
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an"
    " werden aus er hat dass sie nach wird bei einer um am sind noch wie einem" },
  { "el", "«»“”", NULL },
  { "es",
    "«»“”",
    "de la que el en y a los del se las por un para con no una su al lo como más es pero sus le ha"
    " este esta sobre también entre fue desde según dijo años han está" },
  { "et",
    "„“‚‘",
    "ja on et ei ta see oli kui mis aga ning ka oma või seda selle nii mida kes pole olid veel "
    "pärast"
    " tema juba välja" },
  { "eu",
    "«»“”",
    "eta da ez ere izan bat dute baina du zen dira egin duen dela zuen beste hori baino ondoren "
    "esan"
    " dituzte bere" },
  { "fa",
    "«»‹›",
    "و در به از که این را با است برای آن یک خود تا کرد بر شد هم می او گفت نیز اما شده کرده" },
  { "fi",
    "””’’»»",
    "ja on ei että se oli hän mutta ovat kun myös joka mukaan niin kuin ole tai sen hänen vielä jo"
    " ollut sitä olisi ne mitä sekä" },
  { "fr",
    "«»«»“”",
    "de la le et les des en un du une que est dans qui a par pour au sur pas plus il ne se ce avec"
    " son aux sont cette mais ont été elle selon ses" },
  { "ga",
    "“”‘’",
    "an na agus a ar go i is le do sé bhí tá ag mar leis gur nach ach sin seo ní bhfuil air "
    "dúirt" },
  { "gl",
    "“”‘’«»",
    "de a que o e do da en os as un unha para con non por se no na máis dos ao das foi é pero tamén"
    " súa polo pola" },
  { "he", "””’’“”", NULL },
  { "hi", "“”‘’", NULL },
  { "hr",
    "„“‚‘»«„”",
    "i je u se na da su za od a koji s to ne o što ali kako iz će bi nije koja te bio kao samo još"
    " nakon prema" },
  { "hu",
    "„”»«",
    "a az és hogy nem is egy ezt volt meg csak el már ki mint azt még de ez szerint után vagy aki"
    " ami lesz majd pedig" },
  { "hy", "«»«»", NULL },
  { "id",
    "“”‘’",
    "yang dan di dengan untuk dari pada ini dalam itu tidak akan ke juga oleh bahwa adalah karena"
    " ada mereka telah kata tersebut saat bisa" },
  { "is",
    "„“‚‘",
    "og að í á sem er til við um var en það hann ekki með af fyrir hefur því hún eru þegar segir"
    " verið eftir" },
  { "it",
    "«»“”",
    "di e che la il un a in per è del non una i si da le con sono della al dei nel alla ha più come"
    " anche lo ma gli delle suo stato" },
  { "ja", "「」『』", NULL },
  { "ka", "„“«»", NULL },
  { "ko", "“”‘’", NULL },
  { "lt",
    "„“„“",
    "ir kad į su yra iš tai bet kaip buvo o po apie jis dėl ne per kurie tik jau už dar nuo pagal"
    " sako taip" },
  { "lv",
    "“”‘’„”",
    "un ir ka no uz par ar tas kas bija viņš bet arī pēc kā pie gan ne lai tika gada ko jau tā nav"
    " vai" },
  { "mk",
    "„“‚‘",
    "на и да се во од за не е со што го ќе по ги како тоа беше има кој му но која или сите" },
  { "ms",
    "“”‘’",
    "yang dan di itu dengan untuk dalam pada ini tidak dari akan kepada oleh adalah beliau telah"
    " mereka kata berkata boleh turut daripada ialah" },
  { "nb",
    "«»‘’“”",
    "og i det er på som en til for av at med har de ikke den et var om han fra vil ble seg men sier"
    " hun også etter hva kan" },
  { "nl",
    "‘’‘’“”„”",
    "de van het een en in is dat op te zijn met voor niet die aan er om als ook maar door bij naar"
    " uit hij nog heeft wordt zegt werd over" },
  { "pl",
    "„”«»",
    "i w na z nie się że do to jest o jak za po od przez co dla ale są tak był który oraz jego było"
    " już tym być które" },
  { "pt",
    "“”‘’«»",
    "de a que o e do da em um para com não uma os no se na por mais as dos como mas foi ao das ele"
    " são também pela pelo à" },
  { "ro",
    "„”«»",
    "de și în a la cu că nu pe un o care din este o mai sunt au pentru fost dar se să ca după acest"
    " prin sau fi" },
  { "ru",
    "«»„“",
    "и в не на что с по он как это из у за от о для к его но а то так было все она быть также"
    " который были после" },
  { "sk",
    "„“‚‘",
    "a sa v na je že to s do o z aj si ako za by ale pre po sú ktorý podľa od bol pri ktoré však už"
    " bolo" },
  { "sl",
    "„“‚‘»«",
    "in je v se na da za so ki ne pa z bi tudi po od kot o do sta ali še bilo ker pri bil kar "
    "zaradi"
    " lahko" },
  { "sq",
    "«»“”",
    "të e në dhe i për me një që nga u është ka se nuk do ai më si ishte por janë kjo tha ky" },
  { "sr",
    "„“‘‘„”",
    "и је у се на да су за од који са то не о што али како из ће би није која био као само још"
    " после" },
  { "sv",
    "””’’»»",
    "och i att det som en på är av för med till den har de inte om ett han men var från så jag hon"
    " säger eller vid också efter när" },
  { "sw",
    "“”‘’",
    "ya na wa kwa ni katika za la kuwa cha hiyo huo pia hii kama alisema yake wao lakini baada"
    " wakati bila" },
  { "th", "“”‘’", NULL },
  { "tl",
    "“”‘’",
    "ang ng sa na mga at ay ni si hindi para ito kung siya niya ko nang may kanyang mula pero din"
    " sinabi" },
  { "tr",
    "“”‘’",
    "ve bir bu da de için ile olarak çok daha gibi olan kadar ne en sonra ama var değil göre ancak"
    " dedi olduğunu her" },
  { "uk",
    "«»„“",
    "і в у не на що з та до як він це за від для його про але є й вона було який після також були"
    " ще" },
  { "ur", "”“’‘“”", "کے میں کی ہے اور سے کا کو اس نے کہ پر یہ ہیں بھی کر نہیں تھا کہا ہو گیا ایک" },
  { "vi",
    "“”‘’",
    "và của là có không cho được trong với các một người những đã này để khi ở cũng từ nhưng đến "
    "ông"
    " nói" },
  { "zh", "“”‘’「」『』", NULL },
};
/* clang-format on */

/**
 * galley_languages_get:
 * @n_languages: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_languages): those that can be told from another, English
 *   first
 */
const GalleyLanguage *
galley_languages_get (guint *n_languages)
{
  *n_languages = G_N_ELEMENTS (languages);

  return languages;
}

/**
 * galley_language_find:
 * @tag: (nullable): BCP 47; what follows the language itself is not looked at
 *
 * Returns: (nullable) (transfer none): the language of that tag
 */
const GalleyLanguage *
galley_language_find (const char *tag)
{
  gsize length = tag != NULL ? strcspn (tag, "-_") : 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (length == strlen (languages[i].tag)
          && g_ascii_strncasecmp (languages[i].tag, tag, length) == 0)
        return &languages[i];
    }

  return NULL;
}

gboolean
galley_language_is_english (const GalleyLanguage *self)
{
  return self == &languages[0];
}
