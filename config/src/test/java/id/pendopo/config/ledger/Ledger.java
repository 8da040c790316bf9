package id.pendopo.config.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What the providers know, each entry forced to disk before anybody is answered: what citizens asked, what was
 * acknowledged, and what the desk gave them to deliver.
 */
final class Ledger implements AutoCloseable {

    private final FileChannel file;
    private final List<Entry> entries = new ArrayList<>();

    Ledger(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** What an entry says. */
    enum What {
        /** A citizen wrote; the provider calls the desk now. */
        ASKED,
        /** The desk answered 2xx; its replies stand in the response. */
        ACKNOWLEDGED,
        /** The desk gave the provider a message by a request of its own. */
        TOOK
    }

    /**
     * An entry.
     *
     * @param place counted from 0: the order of events as the providers saw them
     * @param id the provider's id of the message that was asked, acknowledged or taken
     * @param texts what goes to the citizen, in order; empty for what was asked
     */
    record Entry(int place, What what, String account, String citizen, String id, List<String> texts) {}

    synchronized Entry write(What what, String account, String citizen, String id, List<String> texts) {
        Entry entry = new Entry(entries.size(), what, account, citizen, id, List.copyOf(texts));
        String line = String.join("\t", "" + entry.place(), what.name(), account, citizen, id, "" + texts.hashCode());
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new IllegalStateException("the ledger cannot be written", e);
        }
        entries.add(entry);
        return entry;
    }

    synchronized int count(What what) {
        return (int) entries.stream().filter(entry -> entry.what() == what).count();
    }

    synchronized List<Entry> entries(What what) {
        return entries.stream().filter(entry -> entry.what() == what).toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
