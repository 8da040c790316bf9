package id.pendopo.ticketing;

/** Public holidays: the days that every working calendar skips. */
public interface Holidays {

    /** Whether a year's holidays are there, decreed and not only expected. */
    boolean decreed(int year);
}
