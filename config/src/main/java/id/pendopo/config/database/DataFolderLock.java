package id.pendopo.config.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock file of a data folder, held by the one desk that uses it; the system lets go of it when the desk dies. */
final class DataFolderLock implements AutoCloseable {

    static final String FILE = "pendopo.lock";

    private static final Logger log = LoggerFactory.getLogger(DataFolderLock.class);

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock and does not wait for it.
     *
     * @throws DataFolderTaken another desk has it
     * @throws IOException the file cannot be written
     */
    static DataFolderLock take(Path data) throws IOException {
        FileChannel channel = FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            log.debug("The lock is held within this process");
        }
        channel.close();
        throw new DataFolderTaken(data.toAbsolutePath());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
