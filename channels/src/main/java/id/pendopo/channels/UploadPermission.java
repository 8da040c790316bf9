package id.pendopo.channels;

/** Knows from whom files are awaited: a report was begun, or an agent reads. Without one, files are awaited from everybody. */
@FunctionalInterface
public interface UploadPermission {

    boolean awaits(Address citizen);
}
