package id.pendopo.channels.adapter;

/**
 * A channel adapter whose provider calls one address for several accounts, such as all numbers of one app: a request that came
 * to one account is read for every other account of the kind that it verifies for, and each reads what is its own.
 */
public interface SharedWebhook extends ChannelAdapter {}
