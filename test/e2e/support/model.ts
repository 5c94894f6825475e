export * from '../../../scripts/host/model';
