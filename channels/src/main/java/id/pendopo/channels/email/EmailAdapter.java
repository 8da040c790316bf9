package id.pendopo.channels.email;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.PublicUrl;
import id.pendopo.channels.adapter.PullAdapter;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.StoredFiles;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Speaks electronic mail: IMAP in, SMTP out. A request is one mail as it came, RFC 5322. */
@Component
final class EmailAdapter implements PullAdapter, FileSource {

    static final String KIND = "email";

    private static final Capabilities CAPABILITIES =
            Capabilities.of(KIND, "email", Family.MAIL, "form").withBodyLimit(ImapFolder.LARGEST);

    private final Clock clock;
    private final URI publicUrl;
    private final MailServers servers = new MailServers();
    private final ReplyPhrases phrases = ReplyPhrases.load();
    private final ImapFiles files = new ImapFiles(servers);
    private final Strikes strikes = new Strikes();
    private final MailSender sender;

    @Autowired
    EmailAdapter(Clock clock, ObjectProvider<Environment> environment, ObjectProvider<StoredFiles> files) {
        this(clock, PublicUrl.of(environment), StoredFiles.of(files));
    }

    /** Without files. */
    EmailAdapter(Clock clock, URI publicUrl) {
        this(clock, publicUrl, _ -> Optional.empty());
    }

    EmailAdapter(Clock clock, URI publicUrl, StoredFiles files) {
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.sender = new MailSender(servers, new MailComposer(publicUrl, files));
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return EmailProperties.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        throw new WebhookRejected(404, "mail is fetched, nobody calls");
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        return new Received(new MailEvents(account, phrases, clock.instant()).read(request), Optional.empty());
    }

    @Override
    public boolean pulls(ChannelAccount account) {
        return true;
    }

    @Override
    public List<String> sources(ChannelAccount account) {
        return account.settings(EmailProperties.class).imap().folders();
    }

    @Override
    public PullSession open(ChannelAccount account, String source) throws SendFailed {
        EmailProperties settings = account.settings(EmailProperties.class);
        return new ImapFolder(ImapConnection.open(servers, settings, source), account, publicUrl, strikes, clock);
    }

    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        return files.fetch(account.settings(EmailProperties.class), file.ref());
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return false;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        return new WebhookAnswer(200, "text/plain;charset=UTF-8", new byte[0]);
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        return sender.send(account.settings(EmailProperties.class), message, clock.instant());
    }
}
