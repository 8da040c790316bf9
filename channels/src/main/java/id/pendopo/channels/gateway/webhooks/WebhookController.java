package id.pendopo.channels.gateway.webhooks;

import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.Acknowledging;
import id.pendopo.channels.adapter.Apologizing;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.SharedWebhook;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.channels.gateway.inbound.Acknowledgements;
import id.pendopo.channels.gateway.inbound.CatchUp;
import id.pendopo.channels.gateway.inbound.InboundCounts;
import id.pendopo.channels.gateway.inbound.Intake;
import id.pendopo.channels.gateway.inbound.ResponseLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The webhook endpoint. Where every provider calls: raw bytes in, the adapter's answer out, after the commit. */
@RestController
class WebhookController {

    /** The most that a form may have; providers' forms have a few KB. */
    static final int FORM_LIMIT = 256 * 1024;

    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Accounts accounts;
    private final Intake intake;
    private final InboundCounts counts;
    private final CatchUp catchUp;
    private final ResponseLog answered;
    private final Acknowledgements acknowledgements;
    private final URI publicUrl;

    WebhookController(
            Accounts accounts,
            Intake intake,
            InboundCounts counts,
            CatchUp catchUp,
            ResponseLog answered,
            Acknowledgements acknowledgements,
            @Value("${pendopo.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.accounts = accounts;
        this.intake = intake;
        this.counts = counts;
        this.catchUp = catchUp;
        this.answered = answered;
        this.acknowledgements = acknowledgements;
        this.publicUrl = publicUrl;
    }

    @RequestMapping(
            path = {"/webhooks/{name}", "/webhooks/{name}/**"},
            method = {RequestMethod.GET, RequestMethod.POST})
    void receive(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws WebhookRejected, IOException {
        ConnectedAccount connected =
                accounts.connected(name).orElseThrow(() -> new WebhookRejected(404, "There is no such account."));
        WebhookRequest raw = read(connected, request);
        try {
            receive(connected, raw, response);
        } catch (DeskUnavailable unavailable) {
            respond(apology(connected, raw).orElseThrow(() -> unavailable), response);
            shed();
            log.warn("A webhook was answered with an apology: {}", unavailable.getMessage());
        }
    }

    /** What a person is told who waits at a provider that does not come back. */
    private static Optional<WebhookAnswer> apology(ConnectedAccount connected, WebhookRequest raw) {
        return connected.as(Apologizing.class).flatMap(adapter -> adapter.apology(connected.account(), raw));
    }

    private void receive(ConnectedAccount connected, WebhookRequest raw, HttpServletResponse response)
            throws WebhookRejected, IOException {
        ChannelAdapter.Received received = connected.adapter().receive(connected.account(), raw);
        shareWithOthers(connected, raw);
        WebhookAnswer answer = answer(connected, received);
        connected.as(Acknowledging.class).ifPresent(adapter -> acknowledgements.after(connected, adapter, raw));
        respond(answer, response);
        answered.answered(connected, received.events());
    }

    /** What is in the request for other accounts of the provider's app. */
    private void shareWithOthers(ConnectedAccount called, WebhookRequest raw) throws WebhookRejected {
        if (!(called.adapter() instanceof SharedWebhook shared)) {
            return;
        }
        for (ConnectedAccount other : accounts.connected()) {
            if (other.adapter() == shared && !other.equals(called) && isFrom(other, raw)) {
                List<InboundEvent> events = shared.parse(other.account(), raw).events();
                if (!events.isEmpty()) {
                    intake.take(other, events);
                    counts.accepted(other.name(), events.size());
                }
            }
        }
    }

    private static boolean isFrom(ConnectedAccount other, WebhookRequest raw) {
        try {
            other.adapter().verify(other.account(), raw);
            return true;
        } catch (WebhookRejected stranger) {
            return false;
        }
    }

    private WebhookRequest read(ConnectedAccount connected, HttpServletRequest request)
            throws WebhookRejected, IOException {
        byte[] body =
                BodyLimit.of(connected.adapter(), request.getContentType()).read(request);
        String prefix = request.getContextPath() + "/webhooks/" + connected.name();
        String path = request.getRequestURI().substring(prefix.length());
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return new WebhookRequest(
                connected.name(),
                request.getMethod(),
                publicUrl,
                path,
                query,
                headers(request),
                body,
                request.getRemoteAddr());
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .addAll(Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private WebhookAnswer answer(ConnectedAccount connected, ChannelAdapter.Received received) {
        if (received.events().isEmpty()) {
            counts.dropped(connected.name());
        } else {
            List<WebhookAnswer> answers = intake.take(connected, received.events());
            counts.accepted(connected.name(), received.events().size());
            if (received.fixed().isEmpty() && answers.size() == 1) {
                return answers.getFirst();
            }
        }
        return received.fixed().orElseGet(connected::acknowledgement);
    }

    /** Returns once the response is on its way, whatever becomes of this process. */
    private static void respond(WebhookAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
        response.flushBuffer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(WebhookRejected rejected) {
        counts.rejected(rejected.status());
        return problem(HttpStatusCode.valueOf(rejected.status()), rejected.reason());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(DeskUnavailable unavailable) {
        shed();
        log.warn("A webhook was sent away with 503: {}", unavailable.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "The desk cannot take messages in now."));
    }

    private void shed() {
        counts.shed();
        catchUp.soon();
    }

    /** Our bug: the provider shall come back, and the log says where without saying what was in the request. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(RuntimeException bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        log.error("A webhook failed: {} at {}", bug.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The desk made a mistake; it is in its log.");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatusCode status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
