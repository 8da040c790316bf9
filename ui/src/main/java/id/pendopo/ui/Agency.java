package id.pendopo.ui;

/**
 * The agency that this desk belongs to, as it names itself at this moment: an administrator may change it while the desk
 * runs. Any thread may ask.
 */
@FunctionalInterface
public interface Agency {

    String name();
}
