package id.pendopo.channels.attachments.scan;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Client of clamd's INSTREAM command: the file goes there in pieces with their length before them, an empty piece ends it.
 *
 * @see <a href="https://docs.clamav.net/manual/Usage/Scanning.html#clamd">ClamAV: clamd</a> and <a
 *     href="https://linux.die.net/man/8/clamd">clamd(8), INSTREAM</a>
 */
final class ClamdScanner implements VirusScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final Logger log = LoggerFactory.getLogger(ClamdScanner.class);

    private final ScanProperties settings;
    private final AtomicBoolean away = new AtomicBoolean();

    ClamdScanner(ScanProperties settings) {
        this.settings = settings;
    }

    @Override
    public Verdict scan(byte[] file) {
        if (file.length > settings.largest().toBytes()) {
            return Verdict.TOO_LARGE;
        }
        try (Socket socket = new Socket()) {
            FutureTask<String> asked = new FutureTask<>(() -> ask(socket, file));
            Thread.ofVirtual().name("scan").start(asked);
            return told(verdict(asked.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)), "an unknown answer");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Verdict.AWAY;
        } catch (TimeoutException | ExecutionException | IOException failure) {
            Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
            return told(Verdict.AWAY, cause == null ? "" : cause.getClass().getSimpleName());
        }
    }

    private String ask(Socket socket, byte[] file) throws IOException {
        socket.connect(
                new InetSocketAddress(settings.host(), settings.port()),
                Math.toIntExact(settings.timeout().toMillis()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        out.write(COMMAND);
        for (int from = 0; from < file.length; from += PIECE) {
            int length = Math.min(PIECE, file.length - from);
            out.writeInt(length);
            out.write(file, from, length);
        }
        out.writeInt(0);
        out.flush();
        return answer(socket.getInputStream());
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int read = in.read(); read > 0 && answer.length() < LONGEST_ANSWER; read = in.read()) {
            answer.append((char) read);
        }
        return answer.toString().strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.endsWith(" FOUND")) {
            return Verdict.INFECTED;
        }
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        return answer.startsWith("INSTREAM size limit exceeded") ? Verdict.TOO_LARGE : Verdict.AWAY;
    }

    /** Once for each time that it goes and comes. */
    private Verdict told(Verdict verdict, String why) {
        boolean gone = verdict == Verdict.AWAY;
        if (away.compareAndSet(!gone, gone)) {
            if (gone) {
                log.warn(
                        "clamd at {}:{} scans no files ({}); they wait until it does. Start it, or empty pendopo.channels.scan.host",
                        settings.host(),
                        settings.port(),
                        why);
            } else {
                log.info("clamd scans files again");
            }
        }
        return verdict;
    }
}
