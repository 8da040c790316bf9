package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desk in another country, Timor-Leste: its pack is a folder beside this test, and no class is made for it. The next
 * working day is a holiday there, so that the calendar shows in every promise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackJourneyTests {

    private static final Path PACK = Path.of("src/test/resources/packs/tl");
    private static final ZoneId DILI = ZoneId.of("Asia/Dili");
    private static final Pattern CODE = Pattern.compile("\\d{3} ?\\d{3} ?\\d{4}");
    private static final Pattern DAY = Pattern.compile("\"day\": \"(\\d{4}-\\d\\d-\\d\\d)\"");
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("pt"));

    @TempDir
    static Path data;

    private FakeTwilio twilio;
    private DeskProcess desk;
    private LocalDate holiday;
    private Set<LocalDate> holidays;

    @BeforeAll
    void open() throws Exception {
        Path pack = data.resolve("tl");
        copy(pack);
        declareAHoliday(pack.resolve("holidays.json"));
        twilio = new FakeTwilio();
        Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio.address()));
        environment.put("PENDOPO_PACK", pack.toString());
        desk = DeskProcess.demo(data.resolve("desk"), environment);
    }

    @AfterAll
    void close() {
        desk.close();
        twilio.close();
    }

    private static void copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(PACK)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(PACK.relativize(file).toString()));
            }
        }
    }

    private void declareAHoliday(Path file) throws IOException {
        String text = Files.readString(file);
        holidays = DAY.matcher(text)
                .results()
                .map(day -> LocalDate.parse(day.group(1)))
                .collect(Collectors.toSet());
        holiday = workingDay(LocalDate.now(DILI), 1);
        holidays.add(holiday);
        Files.writeString(
                file,
                text.replace(
                        "\"days\": [",
                        "\"days\": [{\"day\": \"" + holiday
                                + "\", \"jointLeave\": true, \"names\": {\"tet\": \"Loron feriadu\"}},"));
    }

    /** The n-th day after this one on which a unit of the pack works. */
    private LocalDate workingDay(LocalDate from, int n) {
        return from.plusDays(1)
                .datesUntil(from.plusYears(1))
                .filter(day -> !EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()))
                .filter(day -> !holidays.contains(day))
                .skip(n - 1L)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aQuestionIsAnsweredFromThePacksArticleInItsLanguages() throws Exception {
        SmsCitizen ana = new SmsCitizen(desk, "+67077230001");

        assertThat(asks(ana, "oinsá atu husu ligasaun bee foun")).contains("Ligasaun bee foun", "kartaun eleitoral");
        ana.says("LANGUAGE");
        assertThat(ana.hears("2")).contains("português");
        assertThat(asks(ana, "como pedir uma nova ligação de água")).contains("cartao eleitoral");
    }

    /** Of a language that the search was not trained in it is not sure, and asks which article is meant. */
    private static String asks(SmsCitizen citizen, String question) throws Exception {
        String said = citizen.hears(question);
        return said.contains("\n1. ") ? citizen.hears("1") : said;
    }

    @Test
    void aReportIsTakenAndPromisedADateByThePacksCalendar() throws Exception {
        SmsCitizen joao = new SmsCitizen(desk, "+67077230002");
        LocalDate today = LocalDate.now(DILI);

        String said = joao.hears("report kanu bee rahun iha dalan Suku Ezemplu besik eskola");
        for (int answers = 0; answers < 3 && !CODE.matcher(said).find(); answers++) {
            said = joao.hears(said.contains("YES") ? "yes" : "Suku Ezemplu besik eskola");
        }

        assertThat(said).contains("Obrigadu", WORDS.format(workingDay(today, 2)));
        assertThat(workingDay(today, 1)).isAfter(holiday);
    }

    @Test
    void inDangerThePacksOwnNumbersAreSaid() throws Exception {
        SmsCitizen maria = new SmsCitizen(desk, "+67077230003");

        assertThat(maria.hears("ajuda uma ahi han iha ami nia suku"))
                .contains("115", "Telefone kedas")
                .doesNotContain("112");
        assertThat(new SmsCitizen(desk, "+67077230004")
                        .hears("a person is being attacked, somebody is robbing us, robbery"))
                .contains("nearest police post")
                .doesNotContain("110", "112");
    }

    @Test
    void thePagesNameThePacksNumberAndSpeakItsLanguages() throws Exception {
        assertThat(page("/")).contains("lang=\"en\"", "Call 115 now").doesNotContain("Bahasa Indonesia");
        assertThat(page("/report")).contains("Call 115");
        assertThat(page("/help/bee-foun")).contains("Ligasaun bee foun");
    }

    private String page(String path) throws IOException, InterruptedException {
        URI address = desk.uri(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
