/*
 * Items: how many a table has whose length the compiler knows.
 */
#ifndef BASE_ITEMS_H
#define BASE_ITEMS_H

#define N_ITEMS(table) (sizeof(table) / sizeof((table)[0]))

#endif
