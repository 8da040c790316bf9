package id.pendopo.channels.twilio;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.adapter.Download;
import id.pendopo.channels.adapter.SendFailed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Takes pictures and recordings from Twilio, which may lead on to where it stores them; only Twilio itself sees the account's
 * token.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/media-resource">Media</a>
 */
public final class TwilioFiles {

    /** https://help.twilio.com/articles/223183748: where media lie. */
    private static final Set<String> HOSTS =
            Set.of("api.twilio.com", "media.twiliocdn.com", "mms.twiliocdn.com", "s3-external-1.amazonaws.com");

    private final Download download = new Download(HOSTS);

    /**
     * Fetches a file.
     *
     * @param address as the message told it
     */
    public byte[] fetch(TwilioAccount account, String address) throws SendFailed, AttachmentRefused {
        byte[] pair = (account.accountSid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
        return download.get(account.apiBaseUrl(), address, Map.of("Authorization", basic));
    }
}
