package id.pendopo.channels.web.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.ChatMessage;
import id.pendopo.channels.web.sessions.ChatSession;
import id.pendopo.channels.web.sessions.ChatSessions;
import id.pendopo.channels.web.streams.EventsAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** The chat API: for programs, for the widget, and for our own page once it is live. */
@RestController
@RequestMapping("/api/chat")
final class ChatController {

    private final ChatAdmission admission;
    private final ChatIntake intake;
    private final ChatHistory history;
    private final EventsAddress events;
    private final JsonMapper json;
    private final ChatLanguage languages;

    ChatController(
            ChatAdmission admission,
            ChatIntake intake,
            ChatHistory history,
            EventsAddress events,
            JsonMapper json,
            ChatLanguage languages) {
        this.languages = languages;
        this.admission = admission;
        this.intake = intake;
        this.history = history;
        this.events = events;
        this.json = json;
    }

    /** @param token absent where the session is kept in our own page's cookie instead */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Begun(String conversation, Optional<String> token, String events) {}

    private record Said(List<ChatEntry> messages) {}

    /** Begins a chat: {@code {account?, lang?, cookie?}}. */
    @PostMapping
    ResponseEntity<?> begin(HttpServletRequest request) throws IOException {
        ChatBody body = ChatBody.read(json, request.getInputStream());
        ChannelAccount account = admission.account(body.string("account"), request);
        ChatSessions.Opened opened = admission.open(account, body.string("lang").flatMap(languages::named), request);
        boolean byCookie = body.flag("cookie");
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore());
        if (byCookie) {
            response.header(HttpHeaders.SET_COOKIE, admission.cookie(opened));
        }
        return response.body(new Begun(
                opened.session().conversation(),
                Optional.of(opened.token()).filter(_ -> !byCookie),
                events.of(opened.session(), request)));
    }

    @PostMapping("/{conversation}/messages")
    ResponseEntity<byte[]> say(ChatSession session, HttpServletRequest request) throws IOException {
        ChatMessage message = ChatBody.read(json, request.getInputStream()).message();
        WebhookAnswer answer = intake.say(session, message, languages.chosen(request));
        return ResponseEntity.status(answer.status())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .body(answer.body());
    }

    /** What was said so far, oldest first: for a client that was closed and opens again. */
    @GetMapping("/{conversation}/messages")
    ResponseEntity<?> said(ChatSession session) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Said(history.of(session)));
    }

    @PostMapping("/{conversation}/attachments")
    ResponseEntity<?> upload(ChatSession session, @RequestParam MultipartFile file, HttpServletRequest request)
            throws IOException, AttachmentRefused {
        Attachments.Stored stored = intake.upload(session, file, request);
        return ResponseEntity.status(HttpStatus.CREATED).body(stored);
    }

    /**
     * Leads to the short-lived address of a file that the desk sent to this citizen.
     *
     * @param preview a picture in small
     */
    @GetMapping("/{conversation}/attachments/{id}")
    ResponseEntity<Void> download(
            ChatSession session, @PathVariable String id, @RequestParam(defaultValue = "false") boolean preview) {
        return history.link(session, id)
                .map(link -> preview ? link + "&preview=true" : link)
                .map(link -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(link))
                        .cacheControl(CacheControl.noStore())
                        .<Void>build())
                .orElseThrow(() -> new ChatFailed(HttpStatus.NOT_FOUND, "file-gone"));
    }
}
