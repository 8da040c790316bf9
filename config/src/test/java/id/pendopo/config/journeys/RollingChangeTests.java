package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.OnSecondThread;
import id.pendopo.config.database.EmbeddedPostgres;
import id.pendopo.config.journeys.WritingCitizens.Said;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node of this code takes the place of one of the code before it, as the paper on operations tells: on one database, behind
 * one proxy, while citizens write, an agent answers and visitors have half a form filled in.
 */
@Timeout(1200)
@OnSecondThread
class RollingChangeTests {

    private static final Pattern CODE = Pattern.compile("\\d{3} ?\\d{3} ?\\d{4}");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern TROUBLE = Pattern.compile(" (WARN|ERROR|FATAL)(:| )");
    private static final String REPORT = "mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali";
    private static final String SITI = WritingCitizens.NUMBERS + "555001";
    private static final String BUDI = WritingCitizens.NUMBERS + "555002";
    private static final String ANI = WritingCitizens.NUMBERS + "555003";
    private static final String TO_SITI = "Besok pagi kami tambal.";
    private static final String TO_BUDI = "Sudah kami jadwalkan.";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int LINES = 2;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final List<DeskProcess> nodes = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private FakeTwilio twilio;
    private RoundRobin proxy;
    private DeskTables tables;
    private DeskProcess old;
    private DeskProcess fresh;
    private DeskProcess proxied;
    private HttpClient agent;

    @BeforeEach
    void open() throws IOException {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        tables = new DeskTables(postgres.url());
        twilio = new FakeTwilio();
        proxy = new RoundRobin();
        environment.putAll(SmsCitizen.line(twilio.address()));
        environment.put("SPRING_DATASOURCE_URL", postgres.url());
        environment.put("PENDOPO_PUBLIC_URL", "http://127.0.0.1:" + proxy.port());
    }

    @AfterEach
    void close() {
        nodes.forEach(DeskProcess::close);
        proxy.close();
        twilio.close();
        postgres.close();
    }

    @Test
    void losesNothing() throws Exception {
        startTheOldOne();
        ReportVisitor early = halfway(old);
        hears(SITI, old, REPORT);
        List<String> told = new ArrayList<>();
        List<Said> said;
        try (WritingCitizens citizens = WritingCitizens.begin(proxied, LINES, this::troubles)) {
            citizens.writeOn(20);
            startTheNewOne();
            citizens.writeOn(40);
            isSentAtTheOther(early, halfway(fresh));
            told.addAll(areReportedAndAnsweredByBoth());
            citizens.writeOn(40);
            stopTheOldOne();
            citizens.writeOn(40);
            said = citizens.end();
        }

        theNewOneHasIt(told);
        tables.hasEachAnsweredOnce(said.stream().map(Said::sid).toList());
        tables.awaitThatEveryReplyWentOutOnce();
        isToldOnce(SITI, TO_SITI);
        isToldOnce(BUDI, TO_BUDI);
        told.addAll(confirmed(said));
        assertThat(tables.reportedBy(WritingCitizens.NUMBERS)).containsExactlyInAnyOrderElementsOf(told);
        theWayBackIsOpen(told);
        for (DeskProcess node : nodes) {
            assertThat(node.log()).doesNotContain("ERROR");
        }
    }

    private void startTheOldOne() throws Exception {
        old = DeskProcess.demo(folder.resolve("old"), environment, CommitBefore.classPath());
        serves(old);
        proxied = old.behind(proxy.port());
        agent = LoggedIn.as(proxied, "agent");
    }

    /** Its migrations run meanwhile. */
    private void startTheNewOne() {
        fresh = DeskProcess.demo(folder.resolve("new"), environment);
        serves(fresh);
    }

    private void serves(DeskProcess node) {
        nodes.add(node);
        proxy.to(node.uri("/"));
    }

    private void stopTheOldOne() {
        proxy.noLongerTo(old.uri("/"));
        old.stop();
    }

    private void isSentAtTheOther(ReportVisitor early, ReportVisitor late) throws IOException, InterruptedException {
        isOpen(sent(early, fresh), old);
        isOpen(sent(late, old), fresh);
    }

    /** @return the tickets of two who begin their report at one node, confirm it at the other and are answered */
    private List<String> areReportedAndAnsweredByBoth() throws IOException, InterruptedException {
        String siti = code(hears(SITI, fresh, "ya"));
        hears(BUDI, fresh, REPORT);
        String budi = code(hears(BUDI, old, "ya"));
        answers(siti, TO_SITI, old, fresh);
        answers(budi, TO_BUDI, fresh, old);
        return List.of(siti, budi);
    }

    private void theNewOneHasIt(List<String> told) throws IOException, InterruptedException {
        assertThat(isOpen(told.getFirst(), fresh)).contains(TO_SITI);
        assertThat(isOpen(told.getLast(), proxied)).contains(TO_BUDI);
    }

    /** The older code is content with what the newer one has made of the database. */
    private void theWayBackIsOpen(List<String> told) throws IOException, InterruptedException {
        old.restart();
        isOpen(told.getFirst(), old);
        isOpen(told.getLast(), old);
        assertThat(hears(ANI, old, WritingCitizens.QUESTION)).isNotEmpty();
    }

    /** What the nodes and the database say of a message that was refused: a column that is gone, perhaps. */
    private String troubles() {
        return Stream.concat(
                        nodes.stream().map(DeskProcess::log),
                        Stream.of(contentOf(
                                folder.resolve("database/postgres.log").toFile())))
                .flatMap(String::lines)
                .filter(line -> TROUBLE.matcher(line).find())
                .collect(Collectors.joining("\n"));
    }

    private static ReportVisitor halfway(DeskProcess node) throws IOException, InterruptedException {
        ReportVisitor visitor = new ReportVisitor(node);
        visitor.begins();
        visitor.goesOnTo("/name");
        return visitor;
    }

    private static String sent(ReportVisitor visitor, DeskProcess node) throws IOException, InterruptedException {
        visitor.isServedBy(node);
        visitor.goesOnTo("/check");
        String code = visitor.sendsIt();
        assertThat(visitor.opens(node, "/track/" + code).body())
                .as("the visitor's own ticket")
                .contains("Jalan Kenanga");
        return code;
    }

    /** Takes a ticket and answers it; each form is fetched from one node and sent to the other. */
    private void answers(String code, String text, DeskProcess one, DeskProcess other)
            throws IOException, InterruptedException {
        crosses(code, "/assign", "to=agent", one, other);
        crosses(code, "/reply", "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8), other, one);
    }

    private void crosses(String code, String action, String typed, DeskProcess from, DeskProcess to)
            throws IOException, InterruptedException {
        String ticket = "/desk/tickets/" + code;
        String page = isOpen(code, from);
        String form = "%s&version=%s&key=%s".formatted(typed, field(VERSION, page), field(KEY, page));
        HttpResponse<String> answer =
                LoggedIn.send(to, agent, ticket + action, LoggedIn.signed(from, agent, ticket, form));
        assertThat(answer.statusCode()).as(action).isEqualTo(303);
    }

    private String isOpen(String code, DeskProcess node) throws IOException, InterruptedException {
        HttpResponse<String> page = LoggedIn.get(node, agent, "/desk/tickets/" + code);
        assertThat(page.statusCode())
                .as("the agent is logged in and sees " + code)
                .isEqualTo(200);
        return page.body();
    }

    private static String field(Pattern field, String page) {
        Matcher found = field.matcher(page);
        assertThat(found.find()).as(field.pattern()).isTrue();
        return found.group(1);
    }

    /** @return the tickets that citizens were told of, each of them when it was confirmed and when they asked */
    private List<String> confirmed(List<Said> said) {
        Map<String, List<Said>> talks = said.stream().collect(Collectors.groupingBy(Said::number));
        List<String> codes = new ArrayList<>();
        talks.forEach((number, talk) -> {
            List<String> told = Stream.concat(
                            talk.stream().filter(Said::isAboutATicket).map(Said::answer),
                            twilio.textsTo(number).stream())
                    .filter(text -> CODE.matcher(text).find())
                    .map(RollingChangeTests::code)
                    .toList();
            assertThat(told).as(number).hasSize(2);
            assertThat(told.getLast()).as(number).isEqualTo(told.getFirst());
            codes.add(told.getFirst());
        });
        return codes;
    }

    /** What somebody is told: in the response or, when something else of the talk has to go out first, after it. */
    private String hears(String number, DeskProcess node, String text) throws IOException, InterruptedException {
        int heard = twilio.textsTo(number).size();
        String answer = new SmsCitizen(node, number).hears(text);
        if (!answer.isEmpty()) {
            return answer;
        }
        await().atMost(SOON).until(() -> twilio.textsTo(number).size() > heard);
        return twilio.textsTo(number).get(heard);
    }

    private void isToldOnce(String number, String reply) {
        assertThat(twilio.textsTo(number))
                .filteredOn(text -> text.contains(reply))
                .hasSize(1);
    }

    private static String code(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        return code.group().replace(" ", "");
    }
}
