/** The name of the database that has no owner. In a file of its own, because the first script needs nothing else of it. */
export const databaseName = 'mikiwame';
