package id.pendopo.config.ledger;

import com.sun.net.httpserver.HttpExchange;
import id.pendopo.config.journeys.DeskProcess;
import id.pendopo.config.journeys.SmsCitizen;
import id.pendopo.config.ledger.TwilioMessages.Text;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twilio: one line that answers in the response and one that sends. A webhook is called once and, where it is told to
 * repeat, until it gets an answer; everything stands in the list of messages; reports come soon, in any order.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
final class TwilioProvider implements Provider {

    static final String RESPONDING = "smsmain";
    static final String SENDING = "smsrest";

    private static final Map<String, String> NUMBERS = Map.of(RESPONDING, SmsCitizen.DESK, SENDING, "+622155500113");

    private final Ledger ledger;
    private final Loopback server;
    private final TwilioMessages messages = new TwilioMessages();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Halt halt = new Halt();
    private volatile String unlucky = "";
    private volatile Trouble trouble = (_, _) -> false;
    private final AtomicReference<Repetitions> repetitions = new AtomicReference<>();
    private volatile DeskProcess desk;

    TwilioProvider(Ledger ledger) throws IOException {
        this.ledger = ledger;
        server = Loopback.serve(Executors.newVirtualThreadPerTaskExecutor(), this::handle);
    }

    /** What a provider in trouble does with a message that the desk sends. */
    interface Trouble {

        /**
         * Called before the message is taken.
         *
         * @return true when this answered, or never will; the message is then not taken
         */
        boolean instead(HttpExchange exchange, Runnable take) throws IOException;
    }

    /** From now on with messages to that citizen; the others are served as always. */
    void inTrouble(String citizen, Trouble what) {
        unlucky = citizen;
        trouble = what;
    }

    /** Messages that were taken for a citizen. */
    long took(String citizen) {
        return ledger.entries(Ledger.What.TOOK).stream()
                .filter(entry -> entry.citizen().equals(citizen))
                .count();
    }

    @Override
    public List<String> accounts() {
        return List.of(RESPONDING, SENDING);
    }

    @Override
    public Map<String, String> environment() {
        URI api = server.uri();
        Map<String, String> environment = new HashMap<>();
        NUMBERS.forEach((line, number) -> environment.putAll(SmsCitizen.line(line, number, api)));
        environment.put("PENDOPO_CHANNELS_ACCOUNTS_SMSREST_REPLY", "rest");
        return environment;
    }

    @Override
    public void serves(DeskProcess one) {
        desk = one;
    }

    /**
     * From now on webhooks that get no answer are repeated, as a fallback address or an operator's script does it.
     *
     * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides">Connection overrides</a>
     */
    Repetitions repeats(long seed) {
        Repetitions begun = new Repetitions(seed);
        repetitions.set(begun);
        return begun;
    }

    @Override
    public boolean deliver(String account, String citizen, String text) throws InterruptedException {
        Text asked = asked(account, citizen, text);
        boolean acknowledged = calls(account, asked);
        Repetitions more = repetitions.get();
        if (!acknowledged && more != null) {
            more.until(() -> calls(account, asked));
        }
        return acknowledged;
    }

    private boolean calls(String account, Text asked) throws InterruptedException {
        try {
            return call(account, asked).statusCode() == 200;
        } catch (IOException broken) {
            return false;
        }
    }

    /** The webhook's answer, for those who look closer. */
    HttpResponse<String> request(String account, String citizen, String text) throws IOException, InterruptedException {
        return call(account, asked(account, citizen, text));
    }

    private Text asked(String account, String citizen, String text) {
        String sid = SmsCitizen.newSid();
        Text asked = new Text(sid, "inbound", citizen, NUMBERS.get(account), text, Instant.now());
        messages.add(asked);
        ledger.write(Ledger.What.ASKED, account, citizen, sid, List.of());
        return asked;
    }

    private HttpResponse<String> call(String account, Text asked) throws IOException, InterruptedException {
        String sid = asked.sid();
        String citizen = asked.from();
        String ours = asked.to();
        HttpResponse<String> answer = new SmsCitizen(desk, citizen, account, ours).post(sid, asked.body());
        if (answer.statusCode() == 200) {
            List<String> texts = SmsCitizen.texts(answer);
            ledger.write(Ledger.What.ACKNOWLEDGED, account, citizen, sid, texts);
            texts.forEach(reply ->
                    messages.add(new Text(SmsCitizen.newSid(), "outbound-reply", ours, citizen, reply, Instant.now())));
        }
        return answer;
    }

    @Override
    public CompletableFuture<Void> stopNext(Moment moment) {
        return halt.next(moment);
    }

    @Override
    public void release() {
        halt.release();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if ("POST".equals(exchange.getRequestMethod())) {
                take(exchange, Forms.decode(body));
            } else {
                URI uri = exchange.getRequestURI();
                String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
                respond(exchange, 200, messages.page(uri.getRawPath(), Forms.decode(query)));
            }
        }
    }

    private void take(HttpExchange exchange, Map<String, String> form) throws IOException {
        String sid = SmsCitizen.newSid();
        if (unlucky.equals(form.get("To")) && trouble.instead(exchange, () -> keep(sid, form))) {
            return;
        }
        if (halt.passes(() -> keep(sid, form))) {
            respond(exchange, 201, Map.of("sid", sid, "status", "queued", "num_segments", "1"));
        }
    }

    private void keep(String sid, Map<String, String> form) {
        String account = SmsCitizen.DESK.equals(form.get("From")) ? RESPONDING : SENDING;
        String citizen = form.get("To");
        ledger.write(Ledger.What.TOOK, account, citizen, sid, List.of(form.get("Body")));
        messages.add(new Text(sid, "outbound-api", form.get("From"), citizen, form.get("Body"), Instant.now()));
        Thread.ofVirtual().start(() -> report(account, citizen, sid));
    }

    private void report(String account, String citizen, String sid) {
        List<String> states = new ArrayList<>(List.of("sent", "delivered"));
        if (sid.hashCode() % 2 == 0) {
            states = states.reversed();
        }
        SmsCitizen phone = new SmsCitizen(desk, citizen, account, NUMBERS.get(account));
        for (String state : states) {
            try {
                phone.reports(sid, state);
            } catch (IOException away) {
                // A report is not repeated either.
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void respond(HttpExchange exchange, int status, Object answer) throws IOException {
        Loopback.respond(exchange, status, json.writeValueAsBytes(answer));
    }

    @Override
    public void close() {
        release();
        Optional.ofNullable(repetitions.get()).ifPresent(Repetitions::close);
        server.stop();
    }
}
