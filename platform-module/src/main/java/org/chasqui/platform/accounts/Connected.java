package org.chasqui.platform.accounts;

import java.util.List;

/**
 * The result of connecting a WABA.
 *
 * @param account the account as stored
 * @param numbers its connected numbers; never empty
 */
public record Connected(AccountView account, List<SenderNumber> numbers) {}
