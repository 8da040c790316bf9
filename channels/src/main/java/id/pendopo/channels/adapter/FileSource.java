package id.pendopo.channels.adapter;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.ChannelAccount;

/** A channel adapter that downloads media: a line whose files lie at its provider when a message tells of them. */
public interface FileSource {

    /**
     * Takes a file from the provider, and from nowhere else, whatever the message says. Called by a worker after the turn; the
     * thread is interrupted when it takes too long.
     *
     * @param file as the message told of it
     * @throws SendFailed when the provider does not hand it over now
     * @throws AttachmentRefused when nobody will fetch it: too large, or it lies elsewhere
     */
    byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused;
}
